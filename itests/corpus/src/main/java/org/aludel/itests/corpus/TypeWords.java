package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.types.EnumType;
import org.aludel.types.SqlTypes;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The reference system's generic types, and those named as in SQL. */
final class TypeWords {

    private static final Map<String, Function<Args, Object>> MAKERS = new HashMap<>();

    static {
        put("String", a -> text(a, "collation", Types.STRING, Types::string, Types::string));
        put("Unicode", a -> Types.unicode(number(a, 0, "length", 0)));
        put(
                "Text",
                a -> a.named("collation") == null && a.at(1) == null
                        ? Types.TEXT
                        : Types.longText(a.text(1, "collation")));
        put("UnicodeText", a -> Types.unicodeText());
        put("Integer", a -> Types.INTEGER);
        put("SmallInteger", a -> Types.SMALLINT);
        put("BigInteger", a -> Types.BIGINT);
        put("Numeric", TypeWords::numeric);
        put("Float", TypeWords::floating);
        put("Boolean", a -> Types.truth(a.flag("create_constraint"), (String) a.named("name")));
        put("Date", a -> Types.DATE);
        put("Time", a -> Types.TIME);
        put("DateTime", a -> timezone(a) ? Types.DATETIME_TZ : Types.DATETIME);
        put("Interval", a -> Boolean.FALSE.equals(a.named("native")) ? interval(a) : Types.interval());
        put("LargeBinary", a -> a.has(0, "length") ? Types.largeBinary(number(a, 0, "length", 0)) : Types.LARGE_BINARY);
        put("PickleType", a -> Types.serialized(java.io.Serializable.class));
        put(
                "JSON",
                a -> a.flag("none_as_null") && Reflection.has(Types.class, "json")
                        ? Objects.requireNonNull(Reflection.callStatic(Types.class, "json", true))
                        : Types.JSON);
        put("NullType", a -> Types.UNKNOWN);
        put("ARRAY", TypeWords::array);
        put("Enum ENUM", TypeWords::enumeration);
        put("Uuid UUID", a -> Types.UUID);
        sqlNamed();
    }

    private TypeWords() {}

    private static void sqlNamed() {
        put("VARCHAR", a -> text(a, "collation", SqlTypes.VARCHAR, SqlTypes::varchar, SqlTypes::varchar));
        put("CHAR", a -> text(a, "collation", SqlTypes.CHAR, SqlTypes::character, SqlTypes::character));
        put("NVARCHAR", a -> SqlTypes.nvarchar(number(a, 0, "length", 0)));
        put("NCHAR", a -> SqlTypes.nchar(number(a, 0, "length", 0)));
        put(
                "TEXT",
                a -> a.has(0, "length") || a.named("collation") != null
                        ? SqlTypes.text(number(a, 0, "length", 0), (String) a.at(1, "collation"))
                        : SqlTypes.TEXT);
        put("CLOB", a -> SqlTypes.CLOB);
        put("BOOLEAN", a -> SqlTypes.BOOLEAN);
        put("SMALLINT", a -> SqlTypes.SMALLINT);
        put("INTEGER INT", a -> SqlTypes.INTEGER);
        put("BIGINT", a -> SqlTypes.BIGINT);
        put("NUMERIC", a -> precise(a, SqlTypes.NUMERIC, "NUMERIC"));
        put("DECIMAL", a -> precise(a, SqlTypes.DECIMAL, "DECIMAL"));
        put("REAL", a -> SqlTypes.REAL);
        put(
                "FLOAT",
                a -> a.at(0, "precision") == null ? SqlTypes.FLOAT : SqlTypes.floating(number(a, 0, "precision", 0)));
        put("DOUBLE DOUBLE_PRECISION", a -> Types.DOUBLE);
        put("DATE", a -> SqlTypes.DATE);
        put("TIME", a -> SqlTypes.TIME);
        put("DATETIME", a -> SqlTypes.DATETIME);
        put("TIMESTAMP", a -> timezone(a) ? SqlTypes.TIMESTAMP_TZ : SqlTypes.TIMESTAMP);
        put("BLOB", a -> SqlTypes.blob(number(a, 0, "length", 0)));
        put("BINARY", a -> SqlTypes.binary(number(a, 0, "length", 0)));
        put("VARBINARY", a -> SqlTypes.varbinary(number(a, 0, "length", 0)));
    }

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

    private static boolean timezone(Args arguments) {
        return Boolean.TRUE.equals(arguments.at(0, "timezone"));
    }

    private static int number(Args arguments, int place, String name, int otherwise) {
        return arguments.at(place, name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** A type of text with a length. */
    private interface OfLength {
        Type<String> of(int length);
    }

    /** A type of text with a length and a collation. */
    private interface OfCollation {
        Type<String> of(int length, String collation);
    }

    private static Object text(Args a, String option, Type<String> plain, OfLength sized, OfCollation collated) {
        int length = number(a, 0, "length", 0);
        Object collation = a.at(1, option);
        if (collation != null) {
            return collated.of(length, collation.toString());
        }
        return length == 0 ? plain : sized.of(length);
    }

    private static Object numeric(Args arguments) {
        Type<?> type = precise(arguments, Types.NUMERIC, "");
        return Boolean.FALSE.equals(arguments.at(3, "asdecimal"))
                ? SqlTypes.named("NUMERIC", Types.DOUBLE, digits(arguments))
                : type;
    }

    private static Type<?> precise(Args arguments, Type<?> plain, String name) {
        Integer[] digits = digits(arguments);
        if (digits.length == 0) {
            return plain;
        }
        if (!name.isEmpty()) {
            return SqlTypes.named(name, Types.NUMERIC, digits);
        }
        return digits.length == 1 ? Types.numeric(digits[0]) : Types.numeric(digits[0], digits[1]);
    }

    private static Integer[] digits(Args arguments) {
        List<Integer> digits = new ArrayList<>();
        if (arguments.at(0, "precision") != null) {
            digits.add(number(arguments, 0, "precision", 0));
        }
        if (arguments.at(1, "scale") != null) {
            digits.add(number(arguments, 1, "scale", 0));
        }
        return digits.toArray(Integer[]::new);
    }

    private static Object floating(Args arguments) {
        Object precision = arguments.at(0, "precision");
        return precision == null ? Types.floating() : Types.floating(number(arguments, 0, "precision", 0));
    }

    private static Object interval(Args arguments) {
        return new org.aludel.types.IntervalType(
                false, number(arguments, 2, "day_precision", 0), number(arguments, 1, "second_precision", 0));
    }

    private static Object array(Args arguments) {
        Type<?> type = Types.array(Convert.type(arguments.at(0)));
        Object dimensions = arguments.named("dimensions");
        Type<?> all = type;
        for (int i = 1; dimensions instanceof Integer number && i < number; i++) {
            all = Types.array(all);
        }
        return all;
    }

    private static Object enumeration(Args arguments) {
        List<String> labels = new ArrayList<>();
        String name =
                arguments.named("name") == null ? null : arguments.named("name").toString();
        if (arguments.at(0) instanceof PyClass constants) {
            labels.addAll(CustomClasses.labels(constants, arguments.named("values_callable")));
            name = name == null ? constants.name().toLowerCase(Locale.ROOT) : name;
        } else {
            Convert.flat(arguments.all()).forEach(label -> labels.add(String.valueOf(label)));
        }
        EnumType<String> type =
                Types.enumeration(labels.toArray(String[]::new)).createConstraint(arguments.flag("create_constraint"));
        if (name != null) {
            type = type.named(name);
        }
        if (arguments.named("schema") != null) {
            type = type.inSchema(arguments.named("schema").toString());
        }
        if (arguments.flag("inherit_schema")) {
            type = type.inheritSchema();
        }
        if (arguments.named("length") != null) {
            type = type.length(number(arguments, 99, "length", 0));
        }
        return type.nativeType(!Boolean.FALSE.equals(arguments.named("native_enum")));
    }
}
