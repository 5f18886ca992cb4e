package org.aludel.orm.internal.mapping;

import java.math.BigDecimal;
import org.aludel.orm.Col;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Chooses the column type of a field from its Java type and what {@link Col} says. */
final class ColumnTypes {

    private ColumnTypes() {}

    /** The type, or null if values of the Java type can't be kept in a column. */
    static @Nullable Type<?> of(Class<?> javaType, @Nullable Col col) {
        if (col != null) {
            if (col.json()) {
                return javaType == String.class ? Types.JSON : null;
            }
            if (javaType == String.class && col.length() > 0) {
                return Types.string(col.length());
            }
            if (javaType == byte[].class && col.length() > 0) {
                return Types.binary(col.length());
            }
            if (javaType == BigDecimal.class && col.precision() > 0) {
                return Types.numeric(col.precision(), col.scale());
            }
        }
        return Types.find(javaType);
    }

    /** Whether a field of the Java type can be a generated key. */
    static boolean isInteger(Class<?> javaType) {
        return javaType == Integer.class
                || javaType == int.class
                || javaType == Long.class
                || javaType == long.class
                || javaType == Short.class
                || javaType == short.class;
    }

    /** Whether a field can hold the values of a column as they come from the database. */
    static boolean fits(Class<?> fieldType, Type<?> type) {
        return wrapper(fieldType).isAssignableFrom(type.javaType());
    }

    static Class<?> wrapper(Class<?> javaType) {
        return javaType.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(javaType).wrap().returnType()
                : javaType;
    }
}
