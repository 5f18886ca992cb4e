package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The set in a mapped field: members by identity, in order of insertion.
 *
 * @param <E> class of the members
 */
public final class TrackedSet<E> extends AbstractSet<E> implements TrackedCollection<E>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Members members;

    TrackedSet(Members members) {
        this.members = members;
    }

    /** What is written to a stream: a set by identity can't be made of a set by hash. */
    private record Snapshot(Object[] members, Object @Nullable [] committed) implements Serializable {

        private Object readResolve() {
            return new TrackedSet<>(Members.imported(members, committed));
        }
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public boolean contains(@Nullable Object member) {
        return members.contains(member);
    }

    @Override
    public boolean add(E member) {
        return members.add(member);
    }

    @Override
    public boolean remove(@Nullable Object member) {
        return members.remove(member);
    }

    @Override
    public boolean removeAll(Collection<?> gone) {
        return removeIf(IdentityOf.members(gone)::contains);
    }

    @Override
    public boolean retainAll(Collection<?> kept) {
        Set<Object> keep = IdentityOf.members(kept);
        return removeIf(member -> !keep.contains(member));
    }

    @Override
    public void clear() {
        members.clear();
    }

    @Override
    public Object[] toArray() {
        return members.toArray();
    }

    @Override
    public Iterator<E> iterator() {
        members.size();
        return new Iterator<>() {
            private int next;
            private boolean removable;
            private int expected = members.changes();

            @Override
            public boolean hasNext() {
                return next < members.size();
            }

            @Override
            @SuppressWarnings("unchecked")
            public E next() {
                checkUnchanged();
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                removable = true;
                return (E) members.get(next++);
            }

            @Override
            public void remove() {
                checkUnchanged();
                if (!removable) {
                    throw new IllegalStateException("next() was not called");
                }
                removable = false;
                members.removeAt(--next);
                expected = members.changes();
            }

            private void checkUnchanged() {
                if (expected != members.changes()) {
                    throw new ConcurrentModificationException();
                }
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof Set<?> set
                        && set.size() == size()
                        && IdentityOf.members(this).containsAll(IdentityOf.members(set));
    }

    @Override
    public int hashCode() {
        return IdentityOf.hash(this);
    }

    private Object writeReplace() {
        return new Snapshot(members.inMemory().toArray(), members.committedIfChanged());
    }
}
