package org.aludel.dialects.mysql;

import org.aludel.core.dialect.TypeNames;
import org.aludel.errors.CompileException;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.BooleanType;
import org.aludel.types.FloatType;
import org.aludel.types.MappedType;
import org.aludel.types.StringType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.UuidType;

/** MySQL's names of types. */
class MySqlTypeNames extends TypeNames {

    /** MariaDB has a type for UUIDs besides. */
    static final class OfMariaDb extends MySqlTypeNames {

        @Override
        boolean hasUuid() {
            return true;
        }

        @Override
        public String visitUuid(UuidType type) {
            return "UUID";
        }
    }

    /** Whether there is a type for UUIDs. */
    boolean hasUuid() {
        return false;
    }

    @Override
    public String castName(Type<?> type) {
        Type<?> plain = type instanceof MappedType<?, ?> mapped ? mapped.stored() : type;
        TypeFamily family = plain.family();
        return switch (family) {
            case INTEGER, BOOLEAN -> "SIGNED INTEGER";
            case STRING, ENUM ->
                plain instanceof StringType string && string.length() > 0 ? "CHAR(" + string.length() + ")" : "CHAR";
            case NUMERIC -> plain.accept(this).replace("NUMERIC", "DECIMAL");
            case BINARY -> "BINARY";
            case FLOAT -> plain.accept(this);
            case TIMESTAMP -> "DATETIME(6)";
            case TIME -> "TIME(6)";
            case UUID -> hasUuid() ? "UUID" : "CHAR(36)";
            default -> plain.accept(this);
        };
    }

    @Override
    public String visitBoolean(BooleanType type) {
        return "BOOL";
    }

    @Override
    public String visitFloat(FloatType<?> type) {
        return type.isDouble() ? "DOUBLE" : "FLOAT";
    }

    @Override
    public String visitString(StringType type) {
        if (type.length() == 0 && !type.fixed()) {
            throw new CompileException(
                    "ALU-0138",
                    "VARCHAR needs a length here; where: a column of type " + type
                            + "; what to do: declare string(length), or TEXT");
        }
        return super.visitString(type);
    }

    @Override
    public String visitTimestamp(TimestampType type) {
        return "DATETIME(6)";
    }

    @Override
    public String visitTimestampTz(TimestampTzType type) {
        // moments, kept in UTC
        return "DATETIME(6)";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME(6)";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return type.length() == 0 ? "LONGBLOB" : "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String visitUuid(UuidType type) {
        return "CHAR(36)";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        throw new CompileException(
                "ALU-0303",
                "the database has no arrays; where: type " + type + "; what to do: use a table of its own, or JSON");
    }

    @Override
    protected String dialectName() {
        return "mysql";
    }
}
