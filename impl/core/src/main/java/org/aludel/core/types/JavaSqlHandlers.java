package org.aludel.core.types;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.aludel.types.DateType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/**
 * Converters for drivers that know the classes of java.sql but not those of java.time, and for databases without zones and
 * UUIDs: moments are kept in UTC, UUIDs as text.
 */
public class JavaSqlHandlers extends StandardHandlers {

    @Override
    public TypeHandler<?> visitDate(DateType type) {
        return new NullableHandler<LocalDate>(Types.DATE) {
            @Override
            protected void set(PreparedStatement statement, int parameter, LocalDate value) throws SQLException {
                statement.setDate(parameter, Date.valueOf(value));
            }

            @Override
            public @Nullable LocalDate read(ResultSet rows, int column) throws SQLException {
                Date value = rows.getDate(column);
                return value == null ? null : value.toLocalDate();
            }
        };
    }

    @Override
    public TypeHandler<?> visitTime(TimeType type) {
        return new NullableHandler<LocalTime>(Types.TIME) {
            @Override
            protected void set(PreparedStatement statement, int parameter, LocalTime value) throws SQLException {
                statement.setTime(parameter, Time.valueOf(value));
            }

            @Override
            public @Nullable LocalTime read(ResultSet rows, int column) throws SQLException {
                Time value = rows.getTime(column);
                return value == null ? null : value.toLocalTime();
            }
        };
    }

    @Override
    public TypeHandler<?> visitTimestamp(TimestampType type) {
        return timestamps();
    }

    private static NullableHandler<LocalDateTime> timestamps() {
        return new NullableHandler<>(Types.TIMESTAMP) {
            @Override
            protected void set(PreparedStatement statement, int parameter, LocalDateTime value) throws SQLException {
                statement.setTimestamp(parameter, Timestamp.valueOf(value));
            }

            @Override
            public @Nullable LocalDateTime read(ResultSet rows, int column) throws SQLException {
                Timestamp value = rows.getTimestamp(column);
                return value == null ? null : value.toLocalDateTime();
            }
        };
    }

    @Override
    public TypeHandler<?> visitTimestampTz(TimestampTzType type) {
        return new MappedHandler<>(
                timestamps(),
                (OffsetDateTime moment) ->
                        moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                (LocalDateTime value) -> value.atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new MappedHandler<>(new Strings(), UUID::toString, UUID::fromString);
    }
}
