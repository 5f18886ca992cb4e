package org.aludel.core.dialect;

import org.aludel.types.ArrayType;
import org.aludel.types.DateTimeType;
import org.aludel.types.UnknownType;

/** The names of types in statements that print themselves for no database. */
final class StandardTypeNames extends TypeNames {

    @Override
    protected boolean hasTimeZones() {
        return false;
    }

    @Override
    public String visitDateTime(DateTimeType<?> type) {
        return "DATETIME";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        return "ARRAY";
    }

    @Override
    public String visitUnknown(UnknownType<?> type) {
        return type.javaType() == (Class<?>) Object.class ? "NULL" : super.visitUnknown(type);
    }
}
