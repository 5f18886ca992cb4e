package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Binds NULL by its SQL type, leaving values to subclasses.
 */
public abstract class NullableHandler<T> implements TypeHandler<T> {

    private final int sqlType;

    protected NullableHandler(int sqlType) {
        this.sqlType = sqlType;
    }

    @Override
    public final void bind(PreparedStatement statement, int parameter, @Nullable T value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, sqlType);
        } else {
            set(statement, parameter, value);
        }
    }

    /** Binds a value. */
    protected abstract void set(PreparedStatement statement, int parameter, T value) throws SQLException;
}
