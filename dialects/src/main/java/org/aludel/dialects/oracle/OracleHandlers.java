package org.aludel.dialects.oracle;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.types.NullableHandler;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.types.BooleanType;
import org.aludel.types.IntervalType;
import org.aludel.types.TimeType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** Oracle's converters: truth values are numbers, UUIDs bytes, durations intervals in text form. */
final class OracleHandlers extends StandardHandlers {

    /** {@code -1 2:30:0.5}: days, hours, minutes, seconds. */
    private static final Pattern INTERVAL = Pattern.compile("([+-]?)(\\d+) (\\d+):(\\d+):(\\d+)(?:\\.(\\d+))?");

    @Override
    public TypeHandler<?> visitBoolean(BooleanType type) {
        return new NullableHandler<Boolean>(Types.INTEGER) {
            @Override
            protected void set(PreparedStatement statement, int parameter, Boolean value) throws SQLException {
                statement.setInt(parameter, value ? 1 : 0);
            }

            @Override
            public @Nullable Boolean read(ResultSet rows, int column) throws SQLException {
                int value = rows.getInt(column);
                return rows.wasNull() ? null : value != 0;
            }
        };
    }

    @Override
    public TypeHandler<?> visitTime(TimeType type) {
        return new NullableHandler<LocalTime>(Types.VARCHAR) {
            @Override
            protected void set(PreparedStatement statement, int parameter, LocalTime value) throws SQLException {
                statement.setString(parameter, value.toString());
            }

            @Override
            public @Nullable LocalTime read(ResultSet rows, int column) throws SQLException {
                String text = rows.getString(column);
                return text == null ? null : LocalTime.parse(text);
            }
        };
    }

    @Override
    public TypeHandler<?> visitInterval(IntervalType type) {
        return new NullableHandler<Duration>(Types.VARCHAR) {
            @Override
            protected void set(PreparedStatement statement, int parameter, Duration value) throws SQLException {
                statement.setString(parameter, text(value));
            }

            @Override
            public @Nullable Duration read(ResultSet rows, int column) throws SQLException {
                String text = rows.getString(column);
                return text == null ? null : duration(text);
            }
        };
    }

    /** A duration as Oracle reads intervals. */
    static String text(Duration value) {
        Duration size = value.abs();
        return String.format(
                java.util.Locale.ROOT,
                "%s%d %02d:%02d:%02d.%09d",
                value.isNegative() ? "-" : "+",
                size.toDays(),
                size.toHoursPart(),
                size.toMinutesPart(),
                size.toSecondsPart(),
                size.toNanosPart());
    }

    /** An interval as Oracle writes it. */
    static Duration duration(String text) throws SQLException {
        Matcher parts = INTERVAL.matcher(text.strip());
        if (!parts.matches()) {
            throw new SQLException("not an interval of days to seconds: " + text, "22007");
        }
        String fraction = parts.group(6) == null ? "0" : parts.group(6);
        Duration size = Duration.ofDays(Long.parseLong(parts.group(2)))
                .plusHours(Long.parseLong(parts.group(3)))
                .plusMinutes(Long.parseLong(parts.group(4)))
                .plusSeconds(Long.parseLong(parts.group(5)))
                .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        return parts.group(1).equals("-") ? size.negated() : size;
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new NullableHandler<UUID>(Types.VARBINARY) {
            @Override
            protected void set(PreparedStatement statement, int parameter, UUID value) throws SQLException {
                statement.setBytes(
                        parameter,
                        ByteBuffer.allocate(16)
                                .putLong(value.getMostSignificantBits())
                                .putLong(value.getLeastSignificantBits())
                                .array());
            }

            @Override
            public @Nullable UUID read(ResultSet rows, int column) throws SQLException {
                byte[] bytes = rows.getBytes(column);
                if (bytes == null) {
                    return null;
                }
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        };
    }
}
