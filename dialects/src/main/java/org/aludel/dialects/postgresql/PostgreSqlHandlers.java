package org.aludel.dialects.postgresql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.aludel.core.types.ArrayHandler;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.ArrayType;
import org.aludel.types.EnumType;
import org.aludel.types.IntervalType;
import org.aludel.types.JsonType;
import org.aludel.types.TimestampType;
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

    @Override
    public TypeHandler<?> visitTimestamp(TimestampType type) {
        return new LocalMoments();
    }

    /**
     * Dates with times; of a moment (now() is one) the local time, as other drivers give it. The driver refuses that
     * only where a column is of moments, so that columns without a time zone are read at once.
     */
    private static final class LocalMoments extends NullableHandler<LocalDateTime> {

        private static final String OTHER_TYPE = "42821";

        LocalMoments() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected void set(PreparedStatement statement, int parameter, LocalDateTime value) throws SQLException {
            statement.setObject(parameter, value);
        }

        @Override
        public @Nullable LocalDateTime read(ResultSet rows, int column) throws SQLException {
            try {
                return rows.getObject(column, LocalDateTime.class);
            } catch (SQLException e) {
                if (!OTHER_TYPE.equals(e.getSQLState())) {
                    throw e;
                }
                OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
                // the driver tells the server this time zone when it connects
                return moment == null
                        ? null
                        : moment.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
            }
        }
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
