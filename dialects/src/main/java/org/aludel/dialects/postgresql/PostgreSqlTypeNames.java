package org.aludel.dialects.postgresql;

import org.aludel.core.dialect.TypeNames;
import org.aludel.types.ArrayType;
import org.aludel.types.BinaryType;
import org.aludel.types.EnumType;
import org.aludel.types.MappedType;
import org.aludel.types.StringType;
import org.aludel.types.TimeType;
import org.aludel.types.TimestampType;
import org.aludel.types.Type;

/** PostgreSQL's names of types. */
final class PostgreSqlTypeNames extends TypeNames {

    @Override
    public String visitTimestamp(TimestampType type) {
        return "TIMESTAMP WITHOUT TIME ZONE";
    }

    @Override
    public String visitTime(TimeType type) {
        return "TIME WITHOUT TIME ZONE";
    }

    @Override
    public String visitBinary(BinaryType type) {
        return "BYTEA";
    }

    @Override
    public String visitArray(ArrayType<?> type) {
        return type.element().accept(this) + "[]";
    }

    /** The name of a type without length, as arrays sent by the driver want it. */
    String arrayElement(Type<?> type) {
        if (type instanceof MappedType<?, ?> mapped) {
            return arrayElement(mapped.stored());
        }
        if (type instanceof StringType || type instanceof EnumType<?>) {
            return "varchar";
        }
        String name = type.accept(this);
        int length = name.indexOf('(');
        return switch (name) {
            case "INTEGER" -> "int4";
            case "BIGINT" -> "int8";
            case "SMALLINT" -> "int2";
            case "DOUBLE PRECISION" -> "float8";
            case "REAL" -> "float4";
            case "BOOLEAN" -> "bool";
            case "TIMESTAMP WITHOUT TIME ZONE" -> "timestamp";
            case "TIMESTAMP WITH TIME ZONE" -> "timestamptz";
            case "TIME WITHOUT TIME ZONE" -> "time";
            default -> (length < 0 ? name : name.substring(0, length)).toLowerCase(java.util.Locale.ROOT);
        };
    }

    @Override
    protected String dialectName() {
        return "postgresql";
    }
}
