package org.aludel.dialects.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.reflection.SqlText;
import org.aludel.types.SpelledType;
import org.aludel.types.Type;
import org.aludel.types.Types;

/** Types by the text that {@code format_type} gives: {@code character varying(50)}, {@code integer[]}. */
final class DeclaredTypes {

    private static final Map<String, Type<?>> PLAIN = Map.ofEntries(
            Map.entry("boolean", Types.BOOLEAN),
            Map.entry("smallint", Types.SMALLINT),
            Map.entry("integer", Types.INTEGER),
            Map.entry("bigint", Types.BIGINT),
            Map.entry("real", Types.FLOAT),
            Map.entry("double precision", Types.DOUBLE),
            Map.entry("text", Types.TEXT),
            Map.entry("date", Types.DATE),
            Map.entry("bytea", Types.BINARY),
            Map.entry("uuid", Types.UUID),
            Map.entry("json", Types.JSON),
            Map.entry("jsonb", PostgreSqlTypes.JSONB),
            Map.entry("hstore", PostgreSqlTypes.HSTORE),
            Map.entry("inet", PostgreSqlTypes.INET),
            Map.entry("cidr", PostgreSqlTypes.CIDR),
            Map.entry("macaddr", PostgreSqlTypes.MACADDR),
            Map.entry("macaddr8", PostgreSqlTypes.MACADDR8),
            Map.entry("money", PostgreSqlTypes.MONEY),
            Map.entry("oid", PostgreSqlTypes.OID),
            Map.entry("regclass", PostgreSqlTypes.REGCLASS),
            Map.entry("tsvector", PostgreSqlTypes.TSVECTOR),
            Map.entry("int4range", PostgreSqlTypes.INT4RANGE),
            Map.entry("int8range", PostgreSqlTypes.INT8RANGE),
            Map.entry("numrange", PostgreSqlTypes.NUMRANGE),
            Map.entry("daterange", PostgreSqlTypes.DATERANGE),
            Map.entry("tsrange", PostgreSqlTypes.TSRANGE),
            Map.entry("tstzrange", PostgreSqlTypes.TSTZRANGE),
            Map.entry("citext", new SpelledType<>("CITEXT", Types.TEXT, "postgresql")),
            Map.entry("bpchar", new SpelledType<>("BPCHAR", Types.TEXT, "postgresql")),
            Map.entry("name", new SpelledType<>("NAME", Types.TEXT, "postgresql")));

    /** What the server reads and writes as text. */
    private static final java.util.Set<String> OF_TEXT = java.util.Set.of(
            "xml",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsquery",
            "jsonpath",
            "pg_lsn",
            "ltree",
            "int4multirange",
            "int8multirange",
            "nummultirange",
            "datemultirange",
            "tsmultirange",
            "tstzmultirange",
            "regproc",
            "regprocedure",
            "regtype",
            "regnamespace",
            "regrole",
            "xid",
            "xid8",
            "cid",
            "tid");

    private DeclaredTypes() {}

    /**
     * The type.
     *
     * @param own types of the database's users by the names that {@code format_type} gives
     */
    static Type<?> of(String declared, Map<String, Type<?>> own) {
        if (declared.endsWith("[]")) {
            return Types.array(of(declared.substring(0, declared.length() - 2), own));
        }
        Type<?> users = own.get(declared);
        if (users != null) {
            return users;
        }
        String name = SqlText.name(declared);
        List<Integer> numbers = SqlText.numbers(declared);
        int first = numbers.isEmpty() ? -1 : numbers.get(0);
        int second = numbers.size() < 2 ? 0 : numbers.get(1);
        Type<?> plain = PLAIN.get(name);
        if (plain != null && numbers.isEmpty()) {
            return plain;
        }
        if (name.equals("interval") || name.startsWith("interval ")) {
            String fields = name.equals("interval") ? null : name.substring(9).toUpperCase(Locale.ROOT);
            return fields == null && first < 0 ? Types.interval() : new IntervalOf(fields, first);
        }
        return switch (name) {
            case "numeric" -> numeric(declared, first, second);
            case "character varying" -> first < 0 ? Types.STRING : Types.string(first);
            case "character" -> Types.fixedString(Math.max(1, first));
            case "time without time zone" -> first < 0 ? Types.TIME : PostgreSqlTypes.TIME.precision(first);
            case "time with time zone" -> new TimeOf(first, true);
            case "timestamp without time zone" ->
                first < 0 ? Types.TIMESTAMP : PostgreSqlTypes.TIMESTAMP.precision(first);
            case "timestamp with time zone" ->
                first < 0
                        ? Types.TIMESTAMP_TZ
                        : PostgreSqlTypes.TIMESTAMP.precision(first).timezone();
            case "bit" -> PostgreSqlTypes.bit(Math.max(1, first));
            case "bit varying" -> new BitType(Math.max(0, first), true);
            default ->
                OF_TEXT.contains(name)
                        ? new ServerType(declared.toUpperCase(Locale.ROOT))
                        : new SpelledType<>(
                                declared.equals(declared.toLowerCase(Locale.ROOT)) && declared.indexOf('"') < 0
                                        ? declared.toUpperCase(Locale.ROOT)
                                        : declared,
                                Types.UNKNOWN,
                                "postgresql");
        };
    }

    private static Type<?> numeric(String declared, int precision, int scale) {
        if (precision < 0) {
            return Types.NUMERIC;
        }
        return scale < 0
                ? new SpelledType<>(declared.toUpperCase(Locale.ROOT), Types.NUMERIC, "postgresql")
                : Types.numeric(precision, scale);
    }
}
