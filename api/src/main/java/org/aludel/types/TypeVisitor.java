package org.aludel.types;

/**
 * One method per type; dialects spell types and choose converters with it.
 *
 * @param <R> what a visit gives
 * @since 0.1
 */
public interface TypeVisitor<R> {

    R visitBoolean(BooleanType type);

    R visitInteger(IntegerType<?> type);

    R visitNumeric(NumericType type);

    R visitFloat(FloatType<?> type);

    R visitString(StringType type);

    R visitText(TextType type);

    R visitDate(DateType type);

    R visitTime(TimeType type);

    R visitTimestamp(TimestampType type);

    R visitTimestampTz(TimestampTzType type);

    R visitInterval(IntervalType type);

    R visitBinary(BinaryType type);

    R visitUuid(UuidType type);

    R visitJson(JsonType type);

    R visitEnum(EnumType<?> type);

    R visitArray(ArrayType<?> type);

    R visitMapped(MappedType<?, ?> type);

    R visitUnknown(UnknownType<?> type);

    /** A date and time as the database's ordinary type of that kind; as a timestamp unless overridden. */
    default R visitDateTime(DateTimeType<?> type) {
        return type.timezone() ? visitTimestampTz(new TimestampTzType()) : visitTimestamp(new TimestampType());
    }

    /** A type of a given SQL name; like the type whose values it holds unless overridden. */
    default R visitNamed(SqlNamedType<?> type) {
        return type.like().accept(this);
    }

    /** A type that spells itself. Dialects resolve it before they visit. */
    default R visitCustom(CustomType<?> type) {
        throw unresolved(type);
    }

    /** A type converted by a program's own class. Dialects resolve it before they visit. */
    default R visitDecorated(TypeDecorator<?, ?> type) {
        return type.impl().accept(this);
    }

    /** A type that differs by dialect. Dialects resolve it before they visit. */
    default R visitVariant(VariantType<?> type) {
        return type.base().accept(this);
    }

    private static IllegalStateException unresolved(Type<?> type) {
        return new IllegalStateException("a dialect must resolve the type before it visits it: " + type);
    }
}
