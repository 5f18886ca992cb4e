package org.aludel.dialects.postgresql;

import org.aludel.sql.Dialect;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A type of the server's own whose values travel as text that the server reads: addresses, ranges, documents.
 *
 * @param spelling in definitions and casts
 * @param family decides what {@code +} means: values of the family JSON are joined by {@code ||}
 */
record ServerType(String spelling, TypeFamily family) implements SpecificType<String> {

    ServerType(String spelling) {
        this(spelling, TypeFamily.UNKNOWN);
    }

    @Override
    public Type<String> base() {
        return Types.TEXT;
    }

    @Override
    public Type<?> carrier(Dialect dialect) {
        // bound as text of no type, which the server reads as what it wants
        return Types.JSON;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? spelling : null;
    }

    @Override
    public String toString() {
        return spelling;
    }
}
