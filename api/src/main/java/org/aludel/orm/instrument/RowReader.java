package org.aludel.orm.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of the current row for generated code, by zero-based column, each by the type of the column's
 * compiled result plan. Primitive getters exist so that no value is boxed on its way into a primitive field; they throw
 * a {@code DataException} on NULL.
 */
public interface RowReader {

    boolean getBoolean(int column);

    byte getByte(int column);

    short getShort(int column);

    int getInt(int column);

    long getLong(int column);

    float getFloat(int column);

    double getDouble(int column);

    char getChar(int column);

    @Nullable
    String getString(int column);

    @Nullable
    BigDecimal getBigDecimal(int column);

    /** The value as its column type converts it; null for NULL. */
    @Nullable
    Object getObject(int column);
}
