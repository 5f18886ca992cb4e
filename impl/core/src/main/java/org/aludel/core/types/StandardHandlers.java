package org.aludel.core.types;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.DateType;
import org.aludel.types.EnumType;
import org.aludel.types.FloatType;
import org.aludel.types.IntegerType;
import org.aludel.types.IntervalType;
import org.aludel.types.JsonType;
import org.aludel.types.MappedType;
import org.aludel.types.NumericType;
import org.aludel.types.StringType;
import org.aludel.types.TextType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.TypeVisitor;
import org.aludel.types.UnknownType;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/**
 * Converters that use JDBC's typed getters and setters, and java.time as JDBC 4.2 defines it. Dialects override those
 * their drivers do otherwise.
 */
public class StandardHandlers implements TypeVisitor<TypeHandler<?>> {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    @Override
    public TypeHandler<?> visitBoolean(BooleanType type) {
        return new NullableHandler<Boolean>(Types.BOOLEAN) {
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
    public TypeHandler<?> visitInteger(IntegerType<?> type) {
        return type.bits() == 16 ? new Shorts() : type.bits() == 32 ? new Integers() : new Longs();
    }

    @Override
    public TypeHandler<?> visitNumeric(NumericType type) {
        return new Decimals();
    }

    @Override
    public TypeHandler<?> visitFloat(FloatType<?> type) {
        return type.isDouble() ? new Doubles() : new Floats();
    }

    @Override
    public TypeHandler<?> visitString(StringType type) {
        return new Strings();
    }

    @Override
    public TypeHandler<?> visitText(TextType type) {
        return new Strings();
    }

    @Override
    public TypeHandler<?> visitDate(DateType type) {
        return new ObjectHandler<>(LocalDate.class, Types.DATE);
    }

    @Override
    public TypeHandler<?> visitTime(TimeType type) {
        return new ObjectHandler<>(LocalTime.class, Types.TIME);
    }

    @Override
    public TypeHandler<?> visitTimestamp(TimestampType type) {
        return new ObjectHandler<>(LocalDateTime.class, Types.TIMESTAMP);
    }

    @Override
    public TypeHandler<?> visitTimestampTz(TimestampTzType type) {
        return new ObjectHandler<>(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public TypeHandler<?> visitInterval(IntervalType type) {
        return epochInterval(visitTimestamp(new TimestampType()));
    }

    /** Lengths of time as the moments so long after the beginning of 1970. */
    @SuppressWarnings("unchecked")
    protected final TypeHandler<?> epochInterval(TypeHandler<?> timestamps) {
        return new MappedHandler<>(
                (TypeHandler<LocalDateTime>) timestamps,
                (Duration length) -> EPOCH.plus(length),
                (LocalDateTime moment) -> Duration.between(EPOCH, moment));
    }

    @Override
    public TypeHandler<?> visitBinary(BinaryType type) {
        return new NullableHandler<byte[]>(Types.VARBINARY) {
            @Override
            protected void set(PreparedStatement statement, int parameter, byte[] value) throws SQLException {
                statement.setBytes(parameter, value);
            }

            @Override
            public byte @Nullable [] read(ResultSet rows, int column) throws SQLException {
                return rows.getBytes(column);
            }
        };
    }

    @Override
    public TypeHandler<?> visitUuid(UuidType type) {
        return new ObjectHandler<>(UUID.class, Types.OTHER);
    }

    @Override
    public TypeHandler<?> visitJson(JsonType type) {
        return new Strings();
    }

    @Override
    public TypeHandler<?> visitEnum(EnumType<?> type) {
        return labels(type, new Strings());
    }

    /** Labels of an enumeration over a converter of text. */
    protected static <E> TypeHandler<E> labels(EnumType<E> type, TypeHandler<String> text) {
        return new MappedHandler<>(text, type::label, type::constant);
    }

    @Override
    public TypeHandler<?> visitArray(ArrayType<?> type) {
        CompileException refusal = new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
        // a statement may still be printed
        return new NullableHandler<Object>(Types.ARRAY) {
            @Override
            protected void set(PreparedStatement statement, int parameter, Object value) {
                throw refusal;
            }

            @Override
            public @Nullable Object read(ResultSet rows, int column) {
                throw refusal;
            }
        };
    }

    @Override
    public TypeHandler<?> visitMapped(MappedType<?, ?> type) {
        throw new IllegalStateException("not resolved by its dialect: " + type);
    }

    @Override
    public TypeHandler<?> visitUnknown(UnknownType<?> type) {
        var known = type.javaType() == (Class<?>) Object.class ? null : org.aludel.types.Types.find(type.javaType());
        return known == null ? new AnyHandler() : known.accept(this);
    }
}
