package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The list in a mapped field. Members are compared by identity; adding one that is there already changes nothing.
 *
 * @param <E> class of the members
 */
public final class TrackedList<E> extends AbstractList<E> implements TrackedCollection<E>, RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Members members;

    TrackedList(Members members) {
        this.members = members;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int position) {
        return (E) members.get(position);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean add(E member) {
        boolean added = members.add(members.size(), member);
        if (added) {
            modCount++;
        }
        return added;
    }

    @Override
    public void add(int position, E member) {
        if (members.add(position, member)) {
            modCount++;
        }
    }

    @Override
    public boolean addAll(int position, Collection<? extends E> added) {
        int at = position;
        for (Object member : added.toArray()) {
            if (members.add(at, member)) {
                at++;
                modCount++;
            }
        }
        return at > position;
    }

    @Override
    public boolean addAll(Collection<? extends E> added) {
        return addAll(size(), added);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E set(int position, E member) {
        return (E) members.set(position, member);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E remove(int position) {
        modCount++;
        return (E) members.removeAt(position);
    }

    @Override
    public boolean remove(@Nullable Object member) {
        int at = members.indexOf(member);
        if (at < 0) {
            return false;
        }
        remove(at);
        return true;
    }

    @Override
    public boolean removeAll(Collection<?> gone) {
        return removeIf(IdentityOf.members(gone)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> kept) {
        var keep = IdentityOf.members(kept);
        return removeIf(member -> !keep.contains(member));
    }

    @Override
    public void clear() {
        modCount++;
        members.clear();
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        modCount++;
        members.sort(order);
    }

    @Override
    public boolean contains(@Nullable Object member) {
        return members.contains(member);
    }

    @Override
    public int indexOf(@Nullable Object member) {
        return members.indexOf(member);
    }

    @Override
    public int lastIndexOf(@Nullable Object member) {
        return members.indexOf(member);
    }

    @Override
    public boolean containsAll(Collection<?> others) {
        for (Object other : others) {
            if (!contains(other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Object[] toArray() {
        return members.toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof java.util.List<?> list && IdentityOf.sameSequence(this, list);
    }

    @Override
    public int hashCode() {
        return IdentityOf.hash(this);
    }

    private Object writeReplace() {
        return new ArrayList<>(members.inMemory());
    }
}
