package org.aludel.dialects.sqlite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.UUID;
import org.aludel.core.types.MappedHandler;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.DateType;
import org.aludel.types.NumericType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** Dates, times and UUIDs are ISO text here, which sorts as it should; decimals come back with their declared scale. */
final class SqliteHandlers extends StandardHandlers {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 6, 9, true)
            .toFormatter();
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();

    @Override
    public TypeHandler<?> visitNumeric(NumericType type) {
        return new NullableHandler<BigDecimal>(Types.NUMERIC) {
            @Override
            protected void set(PreparedStatement statement, int parameter, BigDecimal value) throws SQLException {
                // a number wherever it can be one: beside an expression, which has no affinity, text is greater than
                // all numbers
                double nearest = value.doubleValue();
                if (BigDecimal.valueOf(nearest).compareTo(value) == 0) {
                    statement.setDouble(parameter, nearest);
                } else {
                    statement.setString(parameter, value.toPlainString());
                }
            }

            @Override
            public @Nullable BigDecimal read(ResultSet rows, int column) throws SQLException {
                String text = rows.getString(column);
                if (text == null) {
                    return null;
                }
                BigDecimal value = new BigDecimal(text);
                return type.scale() < 0 ? value : value.setScale(type.scale(), RoundingMode.HALF_EVEN);
            }
        };
    }

    @Override
    public TypeHandler<?> visitDate(DateType type) {
        return new MappedHandler<>(
                new Strings(), LocalDate::toString, (String text) -> LocalDate.parse(text.substring(0, 10)));
    }

    @Override
    public TypeHandler<?> visitTime(TimeType type) {
        return new MappedHandler<>(new Strings(), TIME::format, LocalTime::parse);
    }

    @Override
    public TypeHandler<?> visitTimestamp(TimestampType type) {
        return new MappedHandler<>(new Strings(), TIMESTAMP::format, SqliteHandlers::timestamp);
    }

    private static LocalDateTime timestamp(String text) {
        return text.length() <= 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** How a moment is stored. */
    static String utc(OffsetDateTime moment) {
        return TIMESTAMP.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** How a time, with or without a date, is stored; null for anything else. */
    static @Nullable String stored(Temporal moment) {
        if (moment instanceof OffsetDateTime time) {
            return utc(time);
        }
        return moment instanceof LocalDateTime time
                ? TIMESTAMP.format(time)
                : moment instanceof LocalTime time ? TIME.format(time) : null;
    }

    @Override
    public TypeHandler<?> visitTimestampTz(TimestampTzType type) {
        return new MappedHandler<>(
                new Strings(),
                SqliteHandlers::utc,
                (String text) -> timestamp(text).atOffset(ZoneOffset.UTC));
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new MappedHandler<>(new Strings(), UUID::toString, UUID::fromString);
    }
}
