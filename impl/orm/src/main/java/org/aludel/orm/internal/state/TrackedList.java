package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

    /** What is written to a stream: the members, and which of them were committed if they have changed since. */
    private record Snapshot(Object[] members, Object @Nullable [] committed) implements Serializable {

        private Object readResolve() {
            return new TrackedList<>(Members.imported(members, committed));
        }
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
        boolean added = members.add(member);
        if (added) {
            modCount++;
        }
        return added;
    }

    @Override
    public void add(int position, E member) {
        requirePlace(position);
        if (members.add(position, member)) {
            modCount++;
        }
    }

    @Override
    public boolean addAll(int position, Collection<? extends E> added) {
        requirePlace(position);
        int at = position;
        for (Object member : added.toArray()) {
            if (members.add(at, member)) {
                at++;
                modCount++;
            }
        }
        return at > position;
    }

    private void requirePlace(int position) {
        if (position < 0 || position > size()) {
            throw new IndexOutOfBoundsException("position " + position + " of " + size());
        }
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
        Object member = members.get(position);
        modCount++;
        members.removeAt(position);
        return (E) member;
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
        return members.lastIndexOf(member);
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
        return other == this || other instanceof List<?> list && IdentityOf.sameSequence(this, list);
    }

    @Override
    public int hashCode() {
        return IdentityOf.hash(this);
    }

    private Object writeReplace() {
        return new Snapshot(members.inMemory().toArray(), members.committedIfChanged());
    }
}
