package org.aludel.orm.internal.state;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Comparisons of collections of mapped objects, which never call the objects' own equals or hashCode. */
final class IdentityOf {

    private IdentityOf() {}

    static Set<Object> members(Collection<?> collection) {
        Set<Object> set = Members.identitySet();
        set.addAll(collection);
        return set;
    }

    static boolean sameSequence(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<?> left = a.iterator();
        Iterator<?> right = b.iterator();
        while (left.hasNext()) {
            if (left.next() != right.next()) {
                return false;
            }
        }
        return true;
    }

    static int hash(Collection<?> collection) {
        int hash = 1;
        for (Object member : collection) {
            hash += System.identityHashCode(member);
        }
        return hash;
    }
}
