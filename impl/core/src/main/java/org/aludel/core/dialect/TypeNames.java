package org.aludel.core.dialect;

import org.aludel.errors.CompileException;
import org.aludel.types.*;

/**
 * How types are spelled in definitions and casts: the standard's names, which dialects override.
 */
public class TypeNames implements TypeVisitor<String> {

    /** The type of a column. */
    public String columnName(Type<?> type) {
        return type.accept(this);
    }

    /** The type in a CAST. */
    public String castName(Type<?> type) {
        return type.accept(this);
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
        return type.isDouble() ? "DOUBLE PRECISION" : "REAL";
    }

    @Override
    public String visitString(StringType type) {
        String name = type.fixed() ? "CHAR" : "VARCHAR";
        return type.length() == 0 ? name : name + "(" + type.length() + ")";
    }

    @Override
    public String visitText(TextType type) {
        return "TEXT";
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
        return "BIGINT";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "BLOB" : "VARBINARY(" + type.length() + ")";
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
    public String visitUnknown(UnknownType<?> type) {
        Type<?> known = type.javaType() == (Class<?>) Object.class ? null : Types.find(type.javaType());
        return known == null ? "NULL" : known.accept(this);
    }

    @Override
    public String visitSpecific(SpecificType<?> type) {
        String spelling = type.spelling(dialectName());
        if (spelling == null) {
            throw new CompileException(
                    "ALU-0180",
                    "the database has no such type; where: type " + type + " on " + dialectName()
                            + "; what to do: use a type of org.aludel.types.Types, as " + type.base());
        }
        return spelling;
    }

    /** The dialect whose names these are. */
    protected String dialectName() {
        return "standard";
    }
}
