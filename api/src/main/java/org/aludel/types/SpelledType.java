package org.aludel.types;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of some databases with one spelling.
 *
 * @param spelling in definitions and casts: {@code NUMBER(10)}
 * @param base the type whose values these are
 * @param dialects names of the dialects that have it; any dialect if empty
 * @since 0.1
 */
public record SpelledType<T>(String spelling, Type<T> base, Set<String> dialects) implements SpecificType<T> {

    public SpelledType {
        dialects = Set.copyOf(dialects);
    }

    public SpelledType(String spelling, Type<T> base, String... dialects) {
        this(spelling, base, Set.of(dialects));
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect) || dialect.equals("standard") ? spelling : null;
    }

    @Override
    public String toString() {
        return spelling;
    }
}
