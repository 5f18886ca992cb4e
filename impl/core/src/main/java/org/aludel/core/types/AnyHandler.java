package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Values of which nothing is known: the driver decides.
 */
public final class AnyHandler extends NullableHandler<Object> {

    public AnyHandler() {
        super(Types.NULL);
    }

    @Override
    protected void set(PreparedStatement statement, int parameter, Object value) throws SQLException {
        if (value instanceof Enum<?> constant) {
            statement.setString(parameter, constant.name());
        } else {
            statement.setObject(parameter, value);
        }
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column);
    }
}
