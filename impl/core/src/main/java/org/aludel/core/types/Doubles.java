package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Double precision. */
public final class Doubles extends NullableHandler<Double> {

    public Doubles() {
        super(Types.DOUBLE);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Double value) throws SQLException {
        statement.setDouble(parameter, value);
    }

    @Override
    public @Nullable Double read(ResultSet rows, int column) throws SQLException {
        double value = rows.getDouble(column);
        return value == 0 && rows.wasNull() ? null : value;
    }
}
