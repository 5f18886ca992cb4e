package org.aludel.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Condition;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AssociationProxy} over a relation to many objects, seen as a list, set, map or collection of values.
 *
 * @param <E> the mapped class
 * @param <M> the class of the members
 * @param <V> type of the values
 * @since 0.1
 */
public final class ToManyProxy<E, M, V> extends AssociationProxy<E, M, V> {

    private final ToMany<E, M> relation;
    private final @Nullable BiFunction<@Nullable Object, ? super V, ? extends M> creator;

    ToManyProxy(
            ToMany<E, M> relation,
            Behind<M, V> behind,
            @Nullable BiFunction<@Nullable Object, ? super V, ? extends M> creator) {
        super(behind);
        this.relation = relation;
        this.creator = creator;
    }

    /** With a way to make a member from a value. */
    public ToManyProxy<E, M, V> creator(Function<? super V, ? extends M> maker) {
        return new ToManyProxy<>(relation, behind(), (key, value) -> maker.apply(value));
    }

    /**
     * With a way to make a member of a map from its key and a value.
     *
     * @param keys the class of the keys
     */
    public <K> ToManyProxy<E, M, V> creator(Class<K> keys, BiFunction<? super K, ? super V, ? extends M> maker) {
        return new ToManyProxy<>(relation, behind(), (key, value) -> maker.apply(keys.cast(key), value));
    }

    @Override
    public ToMany<E, M> relation() {
        return relation;
    }

    @Override
    public ToManyProxy<E, M, V> from(Alias<? extends E> alias) {
        return new ToManyProxy<>(relation.from(alias), behind(), creator);
    }

    // ---- in memory

    M made(@Nullable Object key, V value) {
        if (creator == null) {
            throw ToOneProxy.noCreator(this);
        }
        return creator.apply(key, value);
    }

    @SuppressWarnings("unchecked")
    Collection<M> members(E owner) {
        Object related = related(owner);
        if (related instanceof Map<?, ?> map) {
            return (Collection<M>) map.values();
        }
        return related instanceof Collection<?> collection ? (Collection<M>) collection : List.of();
    }

    /**
     * The values as a list, for a relation that is a list.
     *
     * @throws ArgumentException ALU-0625 if the relation is another kind of collection
     */
    public List<V> list(E owner) {
        fits(owner, List.class);
        return new ProxyViews.OfList<>(this, owner);
    }

    /**
     * The values as a set, for a relation that is a set. A value that is there already is not added.
     *
     * @throws ArgumentException ALU-0625 if the relation is another kind of collection
     */
    public Set<V> set(E owner) {
        fits(owner, Set.class);
        return new ProxyViews.OfSet<>(this, owner);
    }

    /**
     * The values by the keys of a relation that is a map. A value for a key that is there changes its member.
     *
     * @param <K> type of the keys
     * @throws ArgumentException ALU-0625 if the relation is another kind of collection
     */
    public <K> Map<K, V> map(E owner) {
        fits(owner, Map.class);
        return new ProxyViews.OfMap<>(this, owner);
    }

    /** The values of any kind of collection. */
    public Collection<V> collection(E owner) {
        Object related = related(owner);
        if (related instanceof List<?>) {
            return new ProxyViews.OfList<>(this, owner);
        }
        return related instanceof Set<?>
                ? new ProxyViews.OfSet<>(this, owner)
                : new ProxyViews.OfCollection<>(this, owner);
    }

    /**
     * Puts other values in the place of all. Of a set, members whose values stay are kept.
     *
     * @throws ArgumentException ALU-0625 if the relation is a map: use {@link #replace(Object, Map)}
     */
    public void replace(E owner, Collection<? extends V> values) {
        if (related(owner) instanceof Map<?, ?>) {
            throw misfit(owner, "map");
        }
        List<V> all = List.copyOf(values);
        Collection<V> view = collection(owner);
        if (view instanceof Set<V>) {
            view.retainAll(all);
        } else {
            view.clear();
        }
        view.addAll(all);
    }

    /** Puts other entries in the place of all; members whose keys stay are kept. */
    public <K> void replace(E owner, Map<K, ? extends V> values) {
        Map<K, V> view = map(owner);
        view.keySet().retainAll(values.keySet());
        view.putAll(values);
    }

    private void fits(E owner, Class<?> kind) {
        if (!kind.isInstance(related(owner))) {
            throw misfit(owner, kind.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private ArgumentException misfit(E owner, String asked) {
        Object related = related(owner);
        return new ArgumentException(
                "ALU-0625",
                "a relation is seen as what it is not; where: " + this + " as " + asked + ", and the field holds "
                        + (related == null ? "null" : related.getClass().getSimpleName())
                        + "; what to do: use list, set, map or collection, as the field's type is");
    }

    // ---- in queries

    @Override
    Condition exists(Condition... conditions) {
        return relation.any(conditions);
    }

    /** Something is there for which all conditions, on the attributes of its class, hold. */
    public Condition any(Condition... conditions) {
        return some(conditions);
    }

    /** One of the values is this one. */
    public Condition contains(V value) {
        return same(value);
    }

    /** One of the values is this one. */
    public Condition eq(@Nullable V value) {
        return same(value);
    }

    /** There are no members. */
    public Condition isEmpty() {
        return relation.isEmpty();
    }
}
