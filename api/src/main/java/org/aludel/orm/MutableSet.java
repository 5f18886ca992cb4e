package org.aludel.orm;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.aludel.orm.instrument.ValueOwners;
import org.jspecify.annotations.Nullable;

/**
 * A set whose changes in place are written, as the value of a JSON or array column. The mapper puts it in place of any set
 * that is assigned to a mutable attribute or loaded for it.
 *
 * @param <E> class of the elements
 * @see ClassMapping#mutable
 * @since 0.1
 */
public final class MutableSet<E> extends AbstractSet<E> implements MutableValue, Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // as serialisable as its content
    private final Set<E> content;

    private transient @Nullable ValueOwners owners;

    /** An empty set. */
    public MutableSet() {
        this(Set.of());
    }

    /** A set with the elements of another collection, in its order. */
    public MutableSet(Collection<? extends E> other) {
        content = new LinkedHashSet<>(other);
    }

    @Override
    public ValueOwners owners() {
        ValueOwners known = owners;
        if (known == null) {
            known = new ValueOwners();
            owners = known;
        }
        return known;
    }

    @Override
    public Set<E> copy() {
        return new LinkedHashSet<>(content);
    }

    private <T> T changing(Supplier<T> change) {
        ValueOwners all = owners();
        all.begin();
        try {
            return change.get();
        } finally {
            all.end();
        }
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return content.contains(element);
    }

    @Override
    public boolean add(E element) {
        return !content.contains(element) && changing(() -> content.add(element));
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return content.contains(element) && changing(() -> content.remove(element));
    }

    @Override
    public boolean addAll(Collection<? extends E> others) {
        return !content.containsAll(others) && changing(() -> content.addAll(others));
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        return removeIf(others::contains);
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        return removeIf(element -> !others.contains(element));
    }

    @Override
    public boolean removeIf(Predicate<? super E> condition) {
        return content.stream().anyMatch(condition) && changing(() -> content.removeIf(condition));
    }

    @Override
    public void clear() {
        removeIf(element -> true);
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<E> elements = content.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public E next() {
                return elements.next();
            }

            @Override
            public void remove() {
                changing(() -> {
                    elements.remove();
                    return true;
                });
            }
        };
    }
}
