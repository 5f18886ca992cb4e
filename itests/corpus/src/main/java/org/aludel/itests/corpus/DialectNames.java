package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aludel.dialects.mysql.MySql;
import org.aludel.dialects.mysql.MySqlMatch;
import org.jspecify.annotations.Nullable;

/** The modules of dialects: their types and constructs, by the names that the dialects here give them. */
final class DialectNames {

    private static final Map<String, String> PREFIXES = Map.of(
            "postgresql", "postgresql.PostgreSql",
            "mysql", "mysql.MySql",
            "sqlite", "sqlite.Sqlite",
            "oracle", "oracle.Oracle",
            "mssql", "mssql.SqlServer",
            "firebird", "firebird.Firebird",
            "sybase", "sybase.Sybase");

    private DialectNames() {}

    static @Nullable Namespace module(String name) {
        String prefix = PREFIXES.get(name);
        if (prefix == null) {
            return null;
        }
        return word -> word(name, "org.aludel.dialects." + prefix, word);
    }

    /** A word of the dialects' constructs that every source sees. */
    static Callable construct(String dialect, String word) {
        return arguments ->
                Attributes.call(Objects.requireNonNull(module(dialect)).attribute(word), arguments);
    }

    private static Object word(String module, String prefix, String word) {
        if (word.equals("insert")) {
            return Objects.requireNonNull(Names.global("insert"));
        }
        return word.equals(word.toUpperCase(Locale.ROOT))
                ? new PyType(module + "." + word, arguments -> type(prefix, word, arguments))
                : (Callable) arguments -> function(prefix, word, arguments);
    }

    private static Object function(String prefix, String word, Args arguments) {
        if (prefix.endsWith(".MySql") && word.equals("match")) {
            return match(arguments);
        }
        String name = Reflection.camel(word);
        for (String suffix : List.of("Functions", "", "Expressions")) {
            Class<?> home = Reflection.type(prefix + suffix);
            if (home != null && Reflection.has(home, name)) {
                return Objects.requireNonNull(Reflection.callStatic(home, name, Attributes.adapted(arguments.all())));
            }
        }
        throw new Gap("no function " + name + " of " + prefix);
    }

    private static Object match(Args arguments) {
        MySqlMatch match =
                MySql.match(String.valueOf(arguments.named("against")), Convert.exprs(Convert.flat(arguments.all())));
        match = arguments.flag("in_boolean_mode") ? match.inBooleanMode() : match;
        match = arguments.flag("in_natural_language_mode") ? match.inNaturalLanguageMode() : match;
        return arguments.flag("with_query_expansion") ? match.withQueryExpansion() : match;
    }

    private static Object type(String prefix, String word, Args arguments) {
        Class<?> home = Reflection.type(prefix + "Types");
        Object type = null;
        if (home != null) {
            List<@Nullable Object> given = new ArrayList<>();
            for (Object argument : arguments.all()) {
                given.add(argument instanceof PyType other ? other.call(Args.NONE) : argument);
            }
            String name = Reflection.camel(word.toLowerCase(Locale.ROOT));
            type = given.isEmpty() ? Reflection.constant(home, word) : null;
            if (given.equals(List.of("max"))) {
                // what Python says by text and options, SQL Server's types say by their names
                return Objects.requireNonNull(Reflection.constant(
                        home, word + (arguments.named().containsKey("filestream") ? "_FILESTREAM" : "_MAX")));
            }
            for (String candidate : List.of(name, name + "_", name + "Type")) {
                if (type == null && Reflection.has(home, candidate)) {
                    type = Reflection.callStatic(home, candidate, given.toArray());
                }
            }
        }
        if (type == null) {
            PyType generic = TypeWords.named(word);
            if (generic == null) {
                throw new Gap("no type " + word + " in " + prefix + "Types");
            }
            return Objects.requireNonNull(generic.call(arguments));
        }
        for (Map.Entry<String, @Nullable Object> option : arguments.named().entrySet()) {
            Object value = option.getValue();
            String method = Reflection.camel(option.getKey());
            type = value instanceof Boolean on
                    ? on ? Reflection.call(Objects.requireNonNull(type), method) : type
                    : Reflection.call(Objects.requireNonNull(type), method, value);
        }
        return Objects.requireNonNull(type);
    }
}
