package org.aludel.orm;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.aludel.orm.instrument.ValueOwners;
import org.jspecify.annotations.Nullable;

/**
 * A list whose changes in place are written, as the value of a JSON or array column. The mapper puts it in place of any
 * list that is assigned to a mutable attribute or loaded for it.
 *
 * @param <E> class of the elements
 * @see ClassMapping#mutable
 * @since 0.1
 */
public final class MutableList<E> extends AbstractList<E> implements MutableValue, RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // as serialisable as its content
    private final ArrayList<E> content;

    private transient @Nullable ValueOwners owners;

    /** An empty list. */
    public MutableList() {
        this(List.of());
    }

    /** A list with the elements of another. */
    public MutableList(Collection<? extends E> other) {
        content = new ArrayList<>(other);
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
    public List<E> copy() {
        return new ArrayList<>(content);
    }

    private <T extends @Nullable Object> T changing(Supplier<T> change) {
        ValueOwners all = owners();
        all.begin();
        try {
            return change.get();
        } finally {
            all.end();
        }
    }

    @Override
    public E get(int position) {
        return content.get(position);
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public E set(int position, E element) {
        return changing(() -> content.set(position, element));
    }

    @Override
    public void add(int position, E element) {
        modCount++;
        changing(() -> {
            content.add(position, element);
            return null;
        });
    }

    @Override
    public E remove(int position) {
        modCount++;
        return changing(() -> content.remove(position));
    }

    @Override
    protected void removeRange(int from, int to) {
        modCount++;
        changing(() -> {
            content.subList(from, to).clear();
            return null;
        });
    }

    @Override
    public boolean addAll(Collection<? extends E> others) {
        return addAll(size(), others);
    }

    @Override
    public boolean addAll(int position, Collection<? extends E> others) {
        if (others.isEmpty()) {
            return false;
        }
        modCount++;
        return changing(() -> content.addAll(position, others));
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
        if (content.stream().noneMatch(condition)) {
            return false;
        }
        modCount++;
        return changing(() -> content.removeIf(condition));
    }

    @Override
    public void replaceAll(UnaryOperator<E> function) {
        changing(() -> {
            content.replaceAll(function);
            return null;
        });
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        modCount++;
        changing(() -> {
            content.sort(order);
            return null;
        });
    }
}
