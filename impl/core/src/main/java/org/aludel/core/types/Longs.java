package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Numbers of 64 bits. */
public final class Longs extends NullableHandler<Long> {

    public Longs() {
        super(Types.BIGINT);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Long value) throws SQLException {
        statement.setLong(parameter, value);
    }

    @Override
    public @Nullable Long read(ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        return value == 0 && rows.wasNull() ? null : value;
    }
}
