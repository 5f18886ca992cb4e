package org.aludel.orm.internal.caching;

import java.io.Serializable;
import java.util.ArrayList;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is the answer to.
 *
 * @param engine name of the engine that was asked
 * @param sql the text of the statement
 * @param values the values of its parameters, in a form that is compared by value
 */
record ResultKey(String engine, String sql, ArrayList<@Nullable Object> values) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The key of an execution; null if one of the values can't be compared. */
    static @Nullable ResultKey of(CoreEngine engine, Plan.Call call) {
        ArrayList<@Nullable Object> values = new ArrayList<>(call.values().length);
        for (Object value : call.values()) {
            Object comparable = KeptValues.comparable(value);
            if (comparable == null && value != null) {
                return null;
            }
            values.add(comparable);
        }
        return new ResultKey(engine.name(), call.sql(), values);
    }

    /** Without the values, which may be secret. */
    @Override
    public String toString() {
        return sql + " with " + values.size() + " values, engine " + engine;
    }
}
