package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Single precision. */
public final class Floats extends NullableHandler<Float> {

    public Floats() {
        super(Types.REAL);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Float value) throws SQLException {
        statement.setFloat(parameter, value);
    }

    @Override
    public @Nullable Float read(ResultSet rows, int column) throws SQLException {
        float value = rows.getFloat(column);
        return value == 0 && rows.wasNull() ? null : value;
    }
}
