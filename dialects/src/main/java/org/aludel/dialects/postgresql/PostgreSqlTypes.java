package org.aludel.dialects.postgresql;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Types of PostgreSQL's own. Addresses, ranges and the like are text in the server's notation; JSONB is the text of a
 * document.
 *
 * <pre>{@code
 * metadata.table("host",
 *         column("id", INTEGER).primaryKey(),
 *         column("address", PostgreSqlTypes.INET),
 *         column("facts", PostgreSqlTypes.JSONB));
 * }</pre>
 *
 * @since 0.1
 */
public final class PostgreSqlTypes {

    /** JSONB: a document, kept in parsed form. */
    public static final Type<String> JSONB = new ServerType("JSONB", TypeFamily.JSON);
    /** JSON: a document, kept as it was written. */
    public static final Type<String> JSON = new ServerType("JSON", TypeFamily.JSON);
    /** HSTORE: text by keys. */
    public static final Type<Map<String, @Nullable String>> HSTORE = new HstoreType();
    /** INET: an address. */
    public static final Type<String> INET = new ServerType("INET");
    /** CIDR: a network. */
    public static final Type<String> CIDR = new ServerType("CIDR");
    /** MACADDR: the address of a device. */
    public static final Type<String> MACADDR = new ServerType("MACADDR");
    /** MACADDR8: the longer address of a device. */
    public static final Type<String> MACADDR8 = new ServerType("MACADDR8");
    /** MONEY. */
    public static final Type<BigDecimal> MONEY = own("MONEY", Types.NUMERIC);
    /** OID. */
    public static final Type<Long> OID = own("OID", Types.BIGINT);
    /** REGCLASS: a table by its name. */
    public static final Type<String> REGCLASS = new ServerType("REGCLASS");
    /** BYTEA: bytes. */
    public static final Type<byte[]> BYTEA = own("BYTEA", Types.BINARY);
    /** DOUBLE PRECISION. */
    public static final Type<Double> DOUBLE_PRECISION = own("DOUBLE PRECISION", Types.DOUBLE);
    /** REAL. */
    public static final Type<Float> REAL = own("REAL", Types.FLOAT);
    /** TSVECTOR: the words of a text, for search. */
    public static final Type<String> TSVECTOR = new ServerType("TSVECTOR", TypeFamily.JSON);
    /** BIT of length 1. */
    public static final BitType BIT = bit(1);
    /** A range of INTEGER. */
    public static final Type<String> INT4RANGE = new ServerType("INT4RANGE");
    /** A range of BIGINT. */
    public static final Type<String> INT8RANGE = new ServerType("INT8RANGE");
    /** A range of NUMERIC. */
    public static final Type<String> NUMRANGE = new ServerType("NUMRANGE");
    /** A range of DATE. */
    public static final Type<String> DATERANGE = new ServerType("DATERANGE");
    /** A range of timestamps without zone. */
    public static final Type<String> TSRANGE = new ServerType("TSRANGE");
    /** A range of timestamps with zone. */
    public static final Type<String> TSTZRANGE = new ServerType("TSTZRANGE");
    /** TIME WITHOUT TIME ZONE; {@code TIME.precision(3)} keeps so many digits of a second. */
    public static final TimeOf TIME = new TimeOf(-1, false);
    /** TIMESTAMP WITHOUT TIME ZONE; {@code TIMESTAMP.precision(3).timezone()} is TIMESTAMP(3) WITH TIME ZONE. */
    public static final TimestampOf<LocalDateTime> TIMESTAMP = new TimestampOf<>(Types.TIMESTAMP, -1);
    /** INTERVAL. */
    public static final IntervalOf INTERVAL = new IntervalOf(null, -1);

    private PostgreSqlTypes() {}

    private static <T> Type<T> own(String spelling, Type<T> base) {
        return new SpelledType<>(spelling, base, "postgresql");
    }

    /** BIT of a length: text of zeros and ones. */
    public static BitType bit(int length) {
        return new BitType(length, false);
    }

    /** Whether a type is a range. */
    static boolean isRange(Type<?> type) {
        return type instanceof ServerType own && own.spelling().endsWith("RANGE");
    }
}
