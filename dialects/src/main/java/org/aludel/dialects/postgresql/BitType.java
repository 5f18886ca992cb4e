package org.aludel.dialects.postgresql;

import org.aludel.sql.Dialect;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * BIT and BIT VARYING: text of zeros and ones.
 *
 * @param length number of bits, the most of them if they vary; 0 if not limited
 * @param varies whether values may be shorter
 * @since 0.1
 */
public record BitType(int length, boolean varies) implements SpecificType<String> {

    /** The same for values that may be shorter. */
    public BitType varying() {
        return new BitType(length, true);
    }

    @Override
    public Type<String> base() {
        return Types.TEXT;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.UNKNOWN;
    }

    @Override
    public Type<?> carrier(Dialect dialect) {
        return Types.JSON;
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return dialect.equals("postgresql") || dialect.equals("standard") ? toString() : null;
    }

    @Override
    public String toString() {
        return (varies ? "BIT VARYING" : "BIT") + (length == 0 ? "" : "(" + length + ")");
    }
}
