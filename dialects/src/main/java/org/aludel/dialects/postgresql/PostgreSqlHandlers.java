package org.aludel.dialects.postgresql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import org.aludel.core.types.ArrayHandler;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.ArrayType;
import org.aludel.types.EnumType;
import org.aludel.types.IntervalType;
import org.aludel.types.JsonType;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's converters. */
final class PostgreSqlHandlers extends StandardHandlers {

    private final PostgreSqlTypeNames names;

    PostgreSqlHandlers(PostgreSqlTypeNames names) {
        this.names = names;
    }

    @Override
    public TypeHandler<?> visitJson(JsonType type) {
        return new UntypedText();
    }

    @Override
    public TypeHandler<?> visitEnum(EnumType<?> type) {
        return names.isNativeEnum(type) ? labels(type, new UntypedText()) : super.visitEnum(type);
    }

    @Override
    public TypeHandler<?> visitInterval(IntervalType type) {
        return type.nativeType()
                ? new MappedHandler<>(new UntypedText(), Duration::toString, Intervals::parse)
                : super.visitInterval(type);
    }

    /** Text of unknown type, which the server reads as whatever is wanted: json, an enumeration, an interval. */
    private static final class UntypedText extends NullableHandler<String> {

        UntypedText() {
            super(Types.OTHER);
        }

        @Override
        protected void set(PreparedStatement statement, int parameter, String value) throws SQLException {
            statement.setObject(parameter, value, Types.OTHER);
        }

        @Override
        public @Nullable String read(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }
    }

    @Override
    public TypeHandler<?> visitArray(ArrayType<?> type) {
        return new ArrayHandler<>(type, names.arrayElement(type.element()));
    }
}
