package org.aludel.itests.corpus;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a piece of source sees. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, @Nullable Object> names = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void put(String name, @Nullable Object value) {
        names.put(name, value);
    }

    @Nullable
    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.names.containsKey(name)) {
                return scope.names.get(name);
            }
        }
        return Names.global(name);
    }
}
