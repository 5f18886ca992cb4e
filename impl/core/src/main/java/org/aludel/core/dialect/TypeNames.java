package org.aludel.core.dialect;

import org.aludel.errors.CompileException;
import org.aludel.types.*;
import org.jspecify.annotations.Nullable;

/**
 * How types are spelled in definitions and casts: the standard's names, which dialects override. Variants and types of
 * the program's own are resolved before they come here ({@link CoreDialect#columnTypeName}).
 */
public class TypeNames implements TypeVisitor<String> {

    /** The type of a column. */
    public String columnName(Type<?> type) {
        return type.accept(this);
    }

    /** The type in a CAST; null if the database can't cast to it, and the operand stands alone. */
    public @Nullable String castName(Type<?> type) {
        return type.accept(this);
    }

    /** Whether TIME and TIMESTAMP may say that they have a zone. */
    protected boolean hasTimeZones() {
        return true;
    }

    /** Whether FLOAT takes a precision. */
    protected boolean floatTakesPrecision() {
        return false;
    }

    /** What follows a text type of a collation. */
    protected String collation(@Nullable String name) {
        return name == null ? "" : " COLLATE \"" + name + "\"";
    }

    /** Whether the database has a type for the constants of an enum. */
    public boolean isNativeEnum(EnumType<?> type) {
        return false;
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "BOOLEAN";
    }

    @Override
    public String visitInteger(IntegerType<?> type) {
        return type.bits() == 16 ? "SMALLINT" : type.bits() == 32 ? "INTEGER" : "BIGINT";
    }

    @Override
    public String visitNumeric(NumericType type) {
        if (type.precision() == 0) {
            return "NUMERIC";
        }
        return "NUMERIC(" + type.precision() + (type.scale() < 0 ? "" : ", " + type.scale()) + ")";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        if (type.isSqlFloat()) {
            return "FLOAT" + (type.precision() > 0 && floatTakesPrecision() ? "(" + type.precision() + ")" : "");
        }
        return type.isDouble() ? "DOUBLE PRECISION" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        String name = type.fixed() ? "CHAR" : "VARCHAR";
        return (type.length() == 0 ? name : name + "(" + type.length() + ")") + collation(type.collation());
    }

    @Override
    public String visitText(TextType type) {
        return (type.length() == 0 ? "TEXT" : "TEXT(" + type.length() + ")") + collation(type.collation());
    }

    @Override
    public String visitDate(DateType type) {
        return "DATE";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME";
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "TIMESTAMP";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        return "TIMESTAMP WITH TIME ZONE";
    }

    @Override
    public String visitInterval(IntervalType type) {
        // a moment so long after the beginning of 1970
        return visitDateTime(new DateTimeType<>(java.time.LocalDateTime.class, false));
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 || type.large() ? "BLOB" : "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "UUID";
    }

    @Override
    public String visitJson(JsonType type) {
        return "JSON";
    }

    @Override
    public String visitEnum(EnumType<?> type) {
        return "VARCHAR(" + type.length() + ")";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        return type.element().accept(this) + " ARRAY";
    }

    @Override
    public String visitMapped(MappedType<?, ?> type) {
        return type.stored().accept(this);
    }

    @Override
    public String visitNamed(SqlNamedType<?> type) {
        boolean zoned = type.javaType() == (Class<?>) java.time.OffsetDateTime.class && hasTimeZones();
        String collation = type.like() instanceof StringType string
                ? string.collation()
                : type.like() instanceof TextType text ? text.collation() : null;
        return type + (zoned ? " WITH TIME ZONE" : "") + collation(collation);
    }

    @Override
    public String visitCustom(CustomType<?> type) {
        if (type instanceof ResolvedType resolved) {
            return resolved.sql();
        }
        throw new IllegalStateException("not resolved by its dialect: " + type);
    }

    @Override
    public String visitUnknown(UnknownType<?> type) {
        Type<?> known = type.javaType() == (Class<?>) Object.class ? null : Types.find(type.javaType());
        if (known == null) {
            throw new CompileException(
                    "ALU-0325",
                    "a type is not known; where: " + type
                            + " in a definition or a cast; what to do: give the column or the cast a type of Types");
        }
        return known.accept(this);
    }

    /** The dialect whose names these are. */
    protected String dialectName() {
        return "standard";
    }
}
