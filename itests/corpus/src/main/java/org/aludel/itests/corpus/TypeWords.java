package org.aludel.itests.corpus;

import static org.aludel.itests.corpus.Reflection.callStatic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The reference system's generic types. */
final class TypeWords {

    private static final Map<String, Function<Args, Object>> MAKERS = new HashMap<>();

    static {
        put("String VARCHAR", TypeWords::string);
        put("Unicode NVARCHAR", a -> optional("unicode", TypeWords::string, a));
        put("Text TEXT CLOB", a -> Types.TEXT);
        put("UnicodeText", a -> optional("unicodeText", x -> Types.TEXT, Args.NONE));
        put("CHAR NCHAR", a -> a.has(0, "length") ? Types.fixedString(number(a, 0, "length")) : Types.fixedString(1));
        put("Integer INTEGER INT", a -> Types.INTEGER);
        put("SmallInteger SMALLINT", a -> Types.SMALLINT);
        put("BigInteger BIGINT", a -> Types.BIGINT);
        put("Numeric NUMERIC DECIMAL", TypeWords::numeric);
        put("Float FLOAT REAL", a -> Types.DOUBLE);
        put("DOUBLE DOUBLE_PRECISION", a -> Types.DOUBLE);
        put("Boolean BOOLEAN", a -> Types.BOOLEAN);
        put("Date DATE", a -> Types.DATE);
        put("Time TIME", a -> Types.TIME);
        put("DateTime TIMESTAMP DATETIME", a -> a.flag("timezone") ? Types.TIMESTAMP_TZ : Types.TIMESTAMP);
        put("Interval", a -> Types.INTERVAL);
        put("LargeBinary BLOB VARBINARY BINARY PickleType", a -> a.has(0, "length")
                ? Types.binary(number(a, 0, "length"))
                : Types.BINARY);
        put("JSON", a -> Types.JSON);
        put("NullType", a -> Types.UNKNOWN);
        put("ARRAY", TypeWords::array);
        put("Enum", TypeWords::enumeration);
        put("Uuid", a -> Types.UUID);
    }

    private TypeWords() {}

    private static void put(String names, Function<Args, Object> maker) {
        for (String name : names.split(" ")) {
            MAKERS.put(name, maker);
        }
    }

    /** The class of types of a name, or null. */
    static @Nullable PyType named(String name) {
        Function<Args, Object> maker = MAKERS.get(name);
        return maker == null ? null : new PyType(name, maker::apply);
    }

    private static int number(Args arguments, int place, String name) {
        return ((Number) Objects.requireNonNull(arguments.at(place, name))).intValue();
    }

    private static Object optional(String method, Function<Args, Object> otherwise, Args arguments) {
        if (!Reflection.has(Types.class, method)) {
            return otherwise.apply(arguments);
        }
        return Objects.requireNonNull(
                arguments.has(0, "length")
                        ? callStatic(Types.class, method, arguments.at(0, "length"))
                        : callStatic(Types.class, method));
    }

    private static Object string(Args arguments) {
        Object type = arguments.at(0, "length") == null ? Types.STRING : Types.string(number(arguments, 0, "length"));
        Object collation = arguments.at(1, "collation");
        return collation == null ? type : Objects.requireNonNull(Reflection.call(type, "collate", collation));
    }

    private static Object numeric(Args arguments) {
        if (Boolean.FALSE.equals(arguments.named("asdecimal"))) {
            return Types.DOUBLE;
        }
        if (arguments.at(0, "precision") == null) {
            return Types.NUMERIC;
        }
        return arguments.at(1, "scale") == null
                ? Types.numeric(number(arguments, 0, "precision"))
                : Types.numeric(number(arguments, 0, "precision"), number(arguments, 1, "scale"));
    }

    private static Object array(Args arguments) {
        Type<?> type = Types.array(Convert.type(arguments.at(0)));
        Object dimensions = arguments.named("dimensions");
        return dimensions == null ? type : Objects.requireNonNull(Reflection.call(type, "dimensions", dimensions));
    }

    private static Object enumeration(Args arguments) {
        List<@Nullable Object> names = arguments.all();
        if (!Reflection.has(Types.class, "enumerated") && names.stream().allMatch(n -> n instanceof String)) {
            return Types.string(names.stream().mapToInt(n -> String.valueOf(n).length()).max().orElse(1));
        }
        return Objects.requireNonNull(
                callStatic(Types.class, "enumeration", String.valueOf(arguments.named("name")), names));
    }
}
