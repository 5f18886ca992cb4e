package org.aludel.dialects.mysql;

import org.aludel.sql.Dialect;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * A number type of MySQL's, which may be without sign, or shown with leading zeros.
 *
 * @param name with its length: {@code TINYINT(3)}
 * @param base the type whose values these are
 * @param isUnsigned whether there are no values below zero
 * @param isZerofill whether values are shown with leading zeros
 * @since 0.1
 */
public record MySqlNumber<T extends Number>(String name, Type<T> base, boolean isUnsigned, boolean isZerofill)
        implements SpecificType<T> {

    MySqlNumber(String name, Type<T> base) {
        this(name, base, false, false);
    }

    /** The same without values below zero. */
    public MySqlNumber<T> unsigned() {
        return new MySqlNumber<>(name, base, true, isZerofill);
    }

    /** The same shown with leading zeros. */
    public MySqlNumber<T> zerofill() {
        return new MySqlNumber<>(name, base, isUnsigned, true);
    }

    @Override
    public @Nullable String spelling(String dialect) {
        return MySqlTypes.isKnownTo(dialect) ? toString() : null;
    }

    /** Casts know whole numbers and decimals, not their sizes. */
    @Override
    public String castSql(Dialect dialect) {
        if (base.family() == TypeFamily.INTEGER) {
            return isUnsigned ? "UNSIGNED INTEGER" : "SIGNED INTEGER";
        }
        return name.replace("NUMERIC", "DECIMAL");
    }

    @Override
    public String toString() {
        return name + (isUnsigned ? " UNSIGNED" : "") + (isZerofill ? " ZEROFILL" : "");
    }
}
