package org.aludel.orm;

import java.util.List;
import java.util.Map;
import org.aludel.sql.Condition;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The finders of a mapped class, in the session of their surroundings.
 *
 * @param <E> the class
 * @see ActiveRecord#of
 * @since 0.1
 */
public final class Records<E> {

    private final Class<E> type;
    private final ScopedSession sessions;

    Records(Class<E> type, ScopedSession sessions) {
        this.type = type;
        this.sessions = sessions;
    }

    /** A query of the class. */
    public Query<E> query() {
        return sessions.current().query(type);
    }

    /** The object of a key, or null. */
    public @Nullable E get(Object key) {
        return sessions.current().get(type, key);
    }

    /** All objects. */
    public List<E> all() {
        return query().all();
    }

    /** The first object whose attribute has a value, or null. */
    public @Nullable E getBy(String attribute, @Nullable Object value) {
        return query().filter(is(attribute, value)).first();
    }

    /** The first object whose attributes have these values, or null. */
    public @Nullable E getBy(Map<String, ?> values) {
        return with(values).first();
    }

    /** The objects whose attribute has a value. */
    public List<E> selectBy(String attribute, @Nullable Object value) {
        return query().filter(is(attribute, value)).all();
    }

    /** The objects whose attributes have these values. */
    public List<E> selectBy(Map<String, ?> values) {
        return with(values).all();
    }

    /** The objects for which all conditions hold. */
    public List<E> select(Condition... conditions) {
        return query().filter(conditions).all();
    }

    /** The number of objects for which all conditions hold. */
    public long count(Condition... conditions) {
        return query().filter(conditions).count();
    }

    /** The number of objects whose attributes have these values. */
    public long countBy(Map<String, ?> values) {
        return with(values).count();
    }

    private Query<E> with(Map<String, ?> values) {
        Query<E> query = query();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            query = query.filter(is(entry.getKey(), entry.getValue()));
        }
        return query;
    }

    private Condition is(String attribute, @Nullable Object value) {
        Attribute<E, Object> named = Orm.attribute(type, attribute);
        return value == null ? named.isNull() : named.eqAny(Sql.literal(value));
    }
}
