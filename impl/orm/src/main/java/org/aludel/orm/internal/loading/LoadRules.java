package org.aludel.orm.internal.loading;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a query said of the objects it brought: for what is read later, and for reading them anew. Objects that the query
 * made share it. Two are equal if the same statements serve them, whatever the values in these are.
 */
final class LoadRules {

    private final OptionScope scope;
    private final LoadPath path;
    private final QueryValues values;
    private final boolean needsValues;

    /**
     * @param scope the options for the object
     * @param path how the query came to it
     */
    LoadRules(OptionScope scope, LoadPath path) {
        this(scope, path, QueryValues.NONE);
    }

    private LoadRules(OptionScope scope, LoadPath path, QueryValues values) {
        this.scope = scope;
        this.path = path;
        this.values = values;
        this.needsValues = scope.hasCriteria();
    }

    OptionScope scope() {
        return scope;
    }

    LoadPath path() {
        return path;
    }

    /** The values of the query. */
    QueryValues values() {
        return values;
    }

    /** Whether its options hold conditions, whose values each execution brings. */
    boolean needsValues() {
        return needsValues;
    }

    /** The same with the values of an execution. */
    LoadRules with(QueryValues given) {
        return new LoadRules(scope, path, given);
    }

    /** The same with further options. */
    LoadRules with(OptionScope other) {
        return new LoadRules(other, path, values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof LoadRules rules && scope.equals(rules.scope) && path.equals(rules.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, path);
    }
}
