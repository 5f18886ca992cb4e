package org.aludel.dialects.h2;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.aludel.core.types.ArrayHandler;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.ArrayType;
import org.aludel.types.JsonType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** H2's converters. */
final class H2Handlers extends StandardHandlers {

    private static final H2TypeNames NAMES = new H2TypeNames();

    @Override
    public TypeHandler<?> visitJson(JsonType type) {
        return new NullableHandler<String>(Types.VARCHAR) {
            @Override
            protected void set(PreparedStatement statement, int parameter, String value) throws SQLException {
                // text would become a JSON string; bytes are read as a document
                statement.setBytes(parameter, value.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public @Nullable String read(ResultSet rows, int column) throws SQLException {
                byte[] bytes = rows.getBytes(column);
                return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new org.aludel.core.types.ObjectHandler<>(java.util.UUID.class, Types.BINARY);
    }

    @Override
    public TypeHandler<?> visitArray(ArrayType<?> type) {
        return new ArrayHandler<>(type, type.element().accept(NAMES));
    }
}
