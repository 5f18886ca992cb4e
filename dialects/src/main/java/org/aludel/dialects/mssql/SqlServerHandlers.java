package org.aludel.dialects.mssql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.BooleanType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** SQL Server's converters: bits for truth values, UUIDs as text, which both drivers take. */
final class SqlServerHandlers extends StandardHandlers {

    @Override
    public TypeHandler<?> visitBoolean(BooleanType type) {
        return new NullableHandler<Boolean>(Types.BIT) {
            @Override
            protected void set(PreparedStatement statement, int parameter, Boolean value) throws SQLException {
                statement.setBoolean(parameter, value);
            }

            @Override
            public @Nullable Boolean read(ResultSet rows, int column) throws SQLException {
                boolean value = rows.getBoolean(column);
                return rows.wasNull() ? null : value;
            }
        };
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new NullableHandler<UUID>(Types.CHAR) {
            @Override
            protected void set(PreparedStatement statement, int parameter, UUID value) throws SQLException {
                statement.setString(parameter, value.toString());
            }

            @Override
            public @Nullable UUID read(ResultSet rows, int column) throws SQLException {
                String text = rows.getString(column);
                return text == null ? null : UUID.fromString(text);
            }
        };
    }
}
