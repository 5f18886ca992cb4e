package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Values that JDBC has no typed getter for, but drivers take and give by class: java.time, UUID.
 */
public final class ObjectHandler<T> extends NullableHandler<T> {

    private final Class<T> javaType;

    public ObjectHandler(Class<T> javaType, int sqlType) {
        super(sqlType);
        this.javaType = javaType;
    }

    /** The class by which drivers are asked. */
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, T value) throws SQLException {
        statement.setObject(parameter, javaType.cast(value));
    }

    @Override
    public @Nullable T read(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, javaType);
    }
}
