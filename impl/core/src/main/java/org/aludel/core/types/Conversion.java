package org.aludel.core.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.aludel.sql.Dialect;
import org.aludel.types.ArrayType;
import org.aludel.types.CustomType;
import org.aludel.types.MappedType;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.VariantType;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type become those of the type that carries them to one database: through variants, types of the
 * program's own, and the elements of arrays. Null is never given to the functions.
 *
 * @param carrier a type that the dialect's converters know
 * @param toCarrier makes the carried value
 * @param fromCarrier makes the program's value
 * @param jdbcType by which the carried value is bound; null if the carrier's converter does
 */
public record Conversion(
        Type<?> carrier,
        @Nullable Function<Object, Object> toCarrier,
        @Nullable Function<Object, Object> fromCarrier,
        @Nullable Integer jdbcType) {

    /** The conversion of a type on a dialect. */
    public static Conversion of(Type<?> type, Dialect dialect) {
        if (type instanceof SensitiveType<?> secret) {
            return of(secret.base(), dialect).masked(secret.base());
        }
        if (type instanceof VariantType<?> variant) {
            return of(variant.on(dialect), dialect);
        }
        if (type instanceof TypeDecorator<?, ?> decorator) {
            return decorated(decorator, dialect);
        }
        if (type instanceof CustomType<?> custom) {
            return custom(custom, dialect);
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return mapped(mapped, dialect);
        }
        if (type instanceof ArrayType<?> array) {
            return elements(array, of(array.element(), dialect));
        }
        return new Conversion(type, null, null, null);
    }

    @SuppressWarnings("unchecked")
    private static <T, S> Conversion decorated(TypeDecorator<T, S> type, Dialect dialect) {
        return of(type.impl(dialect), dialect)
                .after(
                        type,
                        value -> type.toStored((T) value, dialect),
                        value -> type.fromStored((S) value, dialect),
                        null);
    }

    @SuppressWarnings("unchecked")
    private static <T> Conversion custom(CustomType<T> type, Dialect dialect) {
        return of(type.carrier(dialect), dialect)
                .after(
                        type,
                        value -> type.toCarrier((T) value, dialect),
                        value -> type.fromCarrier(value, dialect),
                        type.jdbcType(dialect));
    }

    @SuppressWarnings("unchecked")
    private static <S, T> Conversion mapped(MappedType<S, T> type, Dialect dialect) {
        return of(type.stored(), dialect)
                .after(
                        type,
                        value -> type.toStored().apply((T) value),
                        value -> type.fromStored().apply((S) value),
                        null);
    }

    private static Conversion elements(ArrayType<?> type, Conversion element) {
        Function<Object, Object> in = element.toCarrier;
        Function<Object, Object> out = element.fromCarrier;
        if (in == null || out == null) {
            return new Conversion(type, null, null, null);
        }
        return new Conversion(
                new ArrayType<>(element.carrier),
                list -> each((List<?>) list, in),
                list -> each((List<?>) list, out),
                null);
    }

    private static List<@Nullable Object> each(List<?> values, Function<Object, Object> function) {
        List<@Nullable Object> made = new ArrayList<>(values.size());
        for (Object value : values) {
            made.add(value == null ? null : function.apply(value));
        }
        return made;
    }

    private Conversion after(
            Type<?> type, Function<Object, Object> to, Function<Object, Object> from, @Nullable Integer ownJdbcType) {
        Function<Object, Object> innerTo = toCarrier;
        Function<Object, Object> innerFrom = fromCarrier;
        Function<Object, Object> checkedTo = new OwnConversion(type, true, to);
        Function<Object, Object> checkedFrom = new OwnConversion(type, false, from);
        return new Conversion(
                carrier,
                innerTo == null ? checkedTo : value -> innerTo.apply(checkedTo.apply(value)),
                innerFrom == null ? checkedFrom : value -> checkedFrom.apply(innerFrom.apply(value)),
                ownJdbcType != null ? ownJdbcType : jdbcType);
    }

    /** The same, with errors that don't repeat what the program's functions say of the value. */
    private Conversion masked(Type<?> type) {
        Function<Object, Object> to = toCarrier;
        Function<Object, Object> from = fromCarrier;
        return new Conversion(
                carrier,
                to == null ? null : OwnConversion.masked(type, true, to),
                from == null ? null : OwnConversion.masked(type, false, from),
                jdbcType);
    }

    /** Whether values stay as they are. */
    public boolean isIdentity() {
        return toCarrier == null && jdbcType == null;
    }

    /** The carried value. */
    public Object apply(Object value) {
        return toCarrier == null ? value : toCarrier.apply(value);
    }

    /** A converter over that of the carrier. */
    public TypeHandler<?> over(TypeHandler<Object> carried) {
        TypeHandler<Object> bound = jdbcType == null ? carried : new JdbcTyped(carried, jdbcType);
        return toCarrier == null || fromCarrier == null ? bound : new MappedHandler<>(bound, toCarrier, fromCarrier);
    }
}
