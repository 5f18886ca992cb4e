package org.aludel.orm.internal.state;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sorted set in a mapped field, or a view of it or of the keys of a sorted map. It reads what it sees and changes the
 * whole.
 *
 * @param <E> class of the members
 */
class TrackedNavigableSet<E> extends AbstractSet<E> implements NavigableSet<E>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Members members;
    private final transient NavigableSet<E> seen;
    private final transient Predicate<@Nullable Object> adding;
    private final transient Predicate<@Nullable Object> removing;

    TrackedNavigableSet(
            Members members,
            NavigableSet<E> seen,
            Predicate<@Nullable Object> adding,
            Predicate<@Nullable Object> removing) {
        this.members = members;
        this.seen = seen;
        this.adding = adding;
        this.removing = removing;
    }

    /** The set in a field. */
    static final class Root<E> extends TrackedNavigableSet<E> implements TrackedCollection<E> {

        private static final long serialVersionUID = 1L;

        private final transient Members all;

        @SuppressWarnings("unchecked")
        Root(Members members, SortedForm form) {
            super(members, (NavigableSet<E>) (NavigableSet<?>) form.sorted, members::add, members::remove);
            this.all = members;
        }

        @Override
        public Members members() {
            return all;
        }
    }

    private NavigableSet<E> loaded() {
        members.ensureLoaded();
        return seen;
    }

    private NavigableSet<E> view(Function<NavigableSet<E>, NavigableSet<E>> part) {
        NavigableSet<E> view = part.apply(loaded());
        return new TrackedNavigableSet<>(members, view, adding, removing);
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public boolean contains(@Nullable Object member) {
        return loaded().contains(member);
    }

    @Override
    public boolean add(E member) {
        requireInRange(member);
        return adding.test(member);
    }

    /** A view refuses what is out of its range, before anybody is told of it. */
    private void requireInRange(E member) {
        boolean fresh = !loaded().contains(member);
        if (fresh && seen.add(member)) {
            seen.remove(member);
        }
    }

    @Override
    public boolean remove(@Nullable Object member) {
        if (!loaded().contains(member)) {
            return false;
        }
        Object own = seen.stream()
                .filter(each -> each == member || same(each, member))
                .findFirst()
                .orElse(null);
        return removing.test(own);
    }

    @SuppressWarnings("unchecked")
    private boolean same(E each, @Nullable Object member) {
        Comparator<? super E> order = seen.comparator();
        return order == null
                ? ((Comparable<Object>) each).compareTo(java.util.Objects.requireNonNull(member)) == 0
                : order.compare(each, (E) member) == 0;
    }

    @Override
    public boolean removeAll(Collection<?> gone) {
        boolean changed = false;
        for (Object member : gone.toArray()) {
            changed |= remove(member);
        }
        return changed;
    }

    @Override
    public void clear() {
        for (Object member : loaded().toArray()) {
            take(member);
        }
    }

    @Override
    public Iterator<E> iterator() {
        return new Walk(new ArrayList<>(loaded()).iterator());
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new Walk(new ArrayList<>(loaded().descendingSet()).iterator());
    }

    private final class Walk implements Iterator<E> {

        private final Iterator<E> rest;
        private int expected = members.changes();
        private @Nullable Object last;

        Walk(Iterator<E> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public E next() {
            if (expected != members.changes()) {
                throw new ConcurrentModificationException();
            }
            E next = rest.next();
            last = next;
            return next;
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("next() was not called");
            }
            take(last);
            last = null;
            expected = members.changes();
        }
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return seen.comparator();
    }

    @Override
    public E first() {
        return loaded().first();
    }

    @Override
    public E last() {
        return loaded().last();
    }

    @Override
    public @Nullable E lower(E member) {
        return loaded().lower(member);
    }

    @Override
    public @Nullable E floor(E member) {
        return loaded().floor(member);
    }

    @Override
    public @Nullable E ceiling(E member) {
        return loaded().ceiling(member);
    }

    @Override
    public @Nullable E higher(E member) {
        return loaded().higher(member);
    }

    @Override
    public @Nullable E pollFirst() {
        return poll(isEmpty() ? null : first());
    }

    @Override
    public @Nullable E pollLast() {
        return poll(isEmpty() ? null : last());
    }

    private boolean take(@Nullable Object member) {
        return removing.test(member);
    }

    private @Nullable E poll(@Nullable E member) {
        if (member != null) {
            take(member);
        }
        return member;
    }

    @Override
    public NavigableSet<E> descendingSet() {
        return view(NavigableSet::descendingSet);
    }

    @Override
    public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return view(set -> set.subSet(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableSet<E> headSet(E to, boolean inclusive) {
        return view(set -> set.headSet(to, inclusive));
    }

    @Override
    public NavigableSet<E> tailSet(E from, boolean inclusive) {
        return view(set -> set.tailSet(from, inclusive));
    }

    @Override
    public SortedSet<E> subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public SortedSet<E> headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public SortedSet<E> tailSet(E from) {
        return tailSet(from, true);
    }

    /** A plain sorted set: the owner's next session makes it a tracked one. */
    Object writeReplace() {
        TreeSet<E> copy = new TreeSet<>(seen.comparator());
        copy.addAll(seen);
        return copy;
    }
}
