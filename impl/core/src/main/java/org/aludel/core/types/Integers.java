package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Numbers of 32 bits. */
public final class Integers extends NullableHandler<Integer> {

    public Integers() {
        super(Types.INTEGER);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Integer value) throws SQLException {
        statement.setInt(parameter, value);
    }

    @Override
    public @Nullable Integer read(ResultSet rows, int column) throws SQLException {
        int value = rows.getInt(column);
        return value == 0 && rows.wasNull() ? null : value;
    }
}
