package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.Inheritance;

/** The classes whose objects the rows of a query may turn out to be. */
record Variants(List<EntityMapper> members, boolean areSeveral) {

    /** The class itself, then its subclasses; concrete ones only where their rows are there. */
    static Variants of(EntityMapper mapper, EntitySource source) {
        boolean told = mapper.inheritance().hasSubclasses() && source.usual().discriminator() != null;
        if (!told) {
            return new Variants(List.of(mapper), false);
        }
        List<EntityMapper> members = new ArrayList<>();
        for (EntityMapper member : mapper.inheritance().family()) {
            if (member == mapper || isThere(member, mapper, source)) {
                members.add(member);
            }
        }
        return new Variants(members, members.size() > 1);
    }

    private static boolean isThere(EntityMapper member, EntityMapper mapper, EntitySource source) {
        if (source.usual().inlined().contains(member)) {
            return true;
        }
        for (EntityMapper m = member; m != null && m != mapper; m = m.superMapper()) {
            if (m.inheritance().kind() == Inheritance.Kind.CONCRETE) {
                return false;
            }
        }
        return true;
    }
}
