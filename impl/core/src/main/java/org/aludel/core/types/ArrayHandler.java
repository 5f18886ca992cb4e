package org.aludel.core.types;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.aludel.types.ArrayType;
import org.aludel.types.EnumType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Lists as arrays of the database.
 */
public final class ArrayHandler<E> extends NullableHandler<List<E>> {

    private final Type<E> element;
    private final String elementName;

    /**
     * @param elementName how the database calls the type of an element
     */
    public ArrayHandler(ArrayType<E> type, String elementName) {
        super(Types.ARRAY);
        this.element = type.element();
        this.elementName = elementName;
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, List<E> value) throws SQLException {
        @Nullable Object[] stored = value.toArray(array(element, value.size()));
        if (element instanceof EnumType<?> constants) {
            for (int i = 0; i < stored.length; i++) {
                stored[i] = stored[i] == null ? null : constants.label(stored[i]);
            }
        }
        statement.setArray(parameter, statement.getConnection().createArrayOf(elementName, stored));
    }

    @Override
    public @Nullable List<E> read(ResultSet rows, int column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        Object[] stored = (Object[]) array.getArray();
        List<E> values = new ArrayList<>(stored.length);
        for (Object value : stored) {
            values.add(fromStored(element, value));
        }
        return values;
    }

    /** An array of the elements' own class where drivers know it: they send it in fewer steps than one of objects. */
    public static @Nullable Object[] array(Type<?> element, int size) {
        Class<?> type = element.javaType();
        if (type == (Class<?>) Integer.class) {
            return new Integer[size];
        }
        if (type == (Class<?>) Long.class) {
            return new Long[size];
        }
        return type == (Class<?>) String.class ? new String[size] : new Object[size];
    }

    private static <T> @Nullable T fromStored(Type<T> type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        // what only the database knows comes as an object of the driver's
        return type.coerce(type.javaType() == (Class<?>) String.class ? value.toString() : value);
    }
}
