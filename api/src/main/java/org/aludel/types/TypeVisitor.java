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

    /** A type that only some databases have; as its base unless overridden. */
    default R visitSpecific(SpecificType<?> type) {
        return type.base().accept(this);
    }
}
