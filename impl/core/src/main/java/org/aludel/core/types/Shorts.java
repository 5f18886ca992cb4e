package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Numbers of 16 bits. */
public final class Shorts extends NullableHandler<Short> {

    public Shorts() {
        super(Types.SMALLINT);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Short value) throws SQLException {
        statement.setShort(parameter, value);
    }

    @Override
    public @Nullable Short read(ResultSet rows, int column) throws SQLException {
        short value = rows.getShort(column);
        return value == 0 && rows.wasNull() ? null : value;
    }
}
