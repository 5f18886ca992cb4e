package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Binds values by a JDBC type, for types that only the database knows; reads them as another converter does.
 */
public final class JdbcTyped extends NullableHandler<Object> {

    private final TypeHandler<Object> reading;
    private final int jdbcType;

    public JdbcTyped(TypeHandler<Object> reading, int jdbcType) {
        super(jdbcType);
        this.reading = reading;
        this.jdbcType = jdbcType;
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Object value) throws SQLException {
        statement.setObject(parameter, value, jdbcType);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return reading.read(rows, column);
    }
}
