package org.aludel.itests.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.DialectSettings.ParameterStyle;
import org.aludel.core.dialect.Dialects;
import org.aludel.core.dialect.StandardDialect;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/** The dialects, set up as those were that the corpus was recorded with. */
final class Configurations {

    private final Dialects found = Dialects.find();
    private final Map<String, @Nullable CoreDialect> known = new LinkedHashMap<>();

    /** The dialect of a name such as {@code mssql:2012}; null if there is none. */
    @Nullable
    CoreDialect named(String name) {
        if (!known.containsKey(name)) {
            known.put(name, make(name));
        }
        return known.get(name);
    }

    private @Nullable CoreDialect make(String name) {
        int colon = name.indexOf(':');
        String base = colon < 0 ? name : name.substring(0, colon);
        String variant = colon < 0 ? "" : name.substring(colon + 1);
        CoreDialect dialect = base(variant.equals("mariadb") ? "mariadb" : base);
        if (dialect == null) {
            return null;
        }
        UnaryOperator<DialectSettings> settings = of(base, variant);
        return dialect.with(settings);
    }

    private @Nullable CoreDialect base(String name) {
        if (name.equals("default") || name.equals("ansi")) {
            return StandardDialect.INSTANCE;
        }
        try {
            return found.named(name).dialect();
        } catch (ArgumentException e) {
            return null;
        }
    }

    private static UnaryOperator<DialectSettings> of(String base, String variant) {
        return settings -> {
            DialectSettings plain = switch (base) {
                case "ansi" -> settings.nativeBoolean(false);
                case "default" -> settings.nativeBoolean(true);
                case "mysql" -> variant.equals("mariadb") ? settings : settings.version(5, 5);
                case "mssql" -> settings.version(10, 0);
                case "oracle" -> settings.implicitReturning(false);
                // recorded without a connection by a dialect for version 2, which checked little
                case "firebird" -> settings.version(2, 5).option("unchecked", true);
                case "sybase" -> settings.option("unchecked", true);
                // before RETURNING and UPDATE FROM, which SQLAlchemy 1.4 does not know for SQLite
                case "sqlite" -> settings.version(3, 32);
                default -> settings;
            };
            return switch (variant) {
                case "" -> plain;
                case "mariadb" -> plain.implicitReturning(false);
                case "8" -> plain.version(8, 0, 17);
                case "2012" -> plain.version(11, 0);
                case "format" -> plain.parameterStyle(ParameterStyle.FORMAT);
                case "pyformat" -> plain.parameterStyle(ParameterStyle.PYFORMAT);
                case "named" -> plain.parameterStyle(ParameterStyle.NAMED);
                case "returning" -> plain.implicitReturning(true);
                case "returning-named" -> plain.implicitReturning(true).parameterStyle(ParameterStyle.NAMED);
                case "no-implicit-returning" -> plain.implicitReturning(false);
                case "nonansi" -> plain.option("useAnsi", false);
                case "30" -> plain.maxIdentifierLength(30);
                case "label30" -> plain.labelLength(30);
                case "label10" -> plain.labelLength(10);
                default -> throw new Gap("configuration " + base + ":" + variant);
            };
        };
    }
}
