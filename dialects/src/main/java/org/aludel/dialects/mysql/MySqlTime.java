package org.aludel.dialects.mysql;

import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * A type of times of MySQL's, which keeps so many digits after the second.
 *
 * @param name DATETIME, TIMESTAMP or TIME
 * @param base the type whose values these are
 * @param digits 0 to 6
 * @since 0.1
 */
public record MySqlTime<T>(String name, Type<T> base, int digits) implements SpecificType<T> {

    /** The same with so many digits after the second. */
    public MySqlTime<T> fsp(int fraction) {
        return new MySqlTime<>(name, base, fraction);
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return MySqlTypes.isKnownTo(dialect) ? toString() : null;
    }

    @Override
    public String toString() {
        return digits > 0 ? name + "(" + digits + ")" : name;
    }
}
