package org.aludel.core.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.DialectSettings.EmptyIn;
import org.aludel.engine.KnownDialect.Argument;
import org.aludel.engine.KnownDialect.Reader;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/** Options of an engine by name, as a builder, properties or a URL give them; most of them say how SQL is written. */
final class EngineOptions {

    private static final String PREFIX = "aludel.";

    /** The kinds of values that options have. */
    private enum Kind {
        SWITCH,
        NUMBER,
        EMPTY_IN
    }

    /** An option, its default and what it means; loaded with the first that is given. */
    private record Described(
            String name, Kind kind, @Nullable String usually, String meaning) {

        /** All options, in the order in which they are listed. */
        static final List<Described> ALL = List.of(
                new Described(
                        "implicitReturning", Kind.SWITCH, "true", "whether generated keys come back by RETURNING"),
                new Described("emptyInStrategy", Kind.EMPTY_IN, "static", "how IN over an empty list is written"),
                new Described(
                        "defaultOrdering",
                        Kind.SWITCH,
                        "false",
                        "whether a SELECT without ORDER BY is ordered by a key"),
                new Described("batchMode", Kind.SWITCH, "true", "whether many sets of parameters go as one batch"),
                new Described("useAnsi", Kind.SWITCH, "true", "of Oracle: joins by JOIN, or by (+)"),
                new Described("optimizeLimits", Kind.SWITCH, "false", "of Oracle: hints for limits"),
                new Described("fetch", Kind.SWITCH, "false", "of Oracle: limits by FETCH"),
                new Described("nativeBoolean", Kind.SWITCH, null, "whether booleans are a type of the database"),
                new Described("maxIdentifierLength", Kind.NUMBER, null, "the length of a name, at most"),
                new Described("labelLength", Kind.NUMBER, null, "the length of a generated label, at most"));

        private static final Map<String, Kind> KINDS = new HashMap<>();

        static {
            for (Described option : ALL) {
                KINDS.put(option.name(), option.kind());
            }
        }

        Argument argument() {
            return switch (kind) {
                case SWITCH -> argument(Boolean.class, List.of("true", "false"));
                case NUMBER -> argument(Integer.class, List.of());
                case EMPTY_IN ->
                    argument(
                            String.class,
                            Arrays.stream(EmptyIn.values())
                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                    .toList());
            };
        }

        private Argument argument(Class<?> type, List<String> choices) {
            return new Argument(name, Reader.ENGINE, type, usually, choices, meaning, false, false);
        }
    }

    private final Map<String, Object> given = new LinkedHashMap<>();

    /** All options, for listings. */
    static List<Argument> described() {
        return Described.ALL.stream().map(Described::argument).toList();
    }

    /**
     * Takes an option; text is read as what the option wants.
     *
     * @throws ArgumentException ALU-0204 for an unknown name, or a value that does not fit
     */
    void put(String name, Object value) {
        Kind kind = Described.KINDS.get(name);
        if (kind == null) {
            throw new ArgumentException(
                    "ALU-0204",
                    "no option of an engine has this name; where: option " + name + "; what to do: use one of "
                            + new TreeSet<>(Described.KINDS.keySet()) + "; options of the driver are properties");
        }
        given.put(name, read(name, kind, value));
    }

    private static Object read(String name, Kind kind, Object value) {
        String text = String.valueOf(value).trim().toLowerCase(Locale.ROOT);
        switch (kind) {
            case SWITCH -> {
                if (text.equals("true") || text.equals("false")) {
                    return Boolean.valueOf(text);
                }
                throw invalid(name, value, "true or false");
            }
            case NUMBER -> {
                if (text.matches("\\d{1,9}")) {
                    return Integer.valueOf(text);
                }
                throw invalid(name, value, "a whole number");
            }
            default -> {
                for (EmptyIn strategy : EmptyIn.values()) {
                    if (strategy.name().toLowerCase(Locale.ROOT).equals(text)) {
                        return strategy;
                    }
                }
                throw invalid(name, value, "one of " + Arrays.toString(EmptyIn.values()));
            }
        }
    }

    private static ArgumentException invalid(String name, Object value, String wanted) {
        return new ArgumentException(
                "ALU-0204",
                "an option can't be used; where: option " + name + "=" + value + "; what to do: give " + wanted);
    }

    /** Whether an option of a URL is the engine's: by its name, or by the prefix {@code aludel.}. */
    private static @Nullable String ownName(String option) {
        if (option.startsWith(PREFIX)) {
            return option.substring(PREFIX.length());
        }
        return Described.KINDS.containsKey(option) ? option : null;
    }

    /** Takes the engine's own options out of a URL; those that were given before stay. */
    DatabaseUrl takeFrom(DatabaseUrl url) {
        Map<String, String> others = new LinkedHashMap<>();
        url.options().forEach((option, value) -> {
            String name = ownName(option);
            if (name == null) {
                others.put(option, value);
            } else if (!given.containsKey(name)) {
                put(name, value);
            }
        });
        return others.size() == url.options().size()
                ? url
                : new DatabaseUrl(
                        url.dialect(),
                        url.driver(),
                        url.user(),
                        url.password(),
                        url.host(),
                        url.port(),
                        url.database(),
                        others);
    }

    /** Whether sets of parameters go to the driver as a batch. */
    boolean isBatching() {
        return !Boolean.FALSE.equals(given.get("batchMode"));
    }

    /** The settings of a dialect with what was given. */
    DialectSettings applyTo(DialectSettings plain) {
        DialectSettings settings = plain;
        for (Map.Entry<String, Object> each : given.entrySet()) {
            Object value = each.getValue();
            settings = switch (each.getKey()) {
                case "implicitReturning" -> settings.implicitReturning((Boolean) value);
                case "nativeBoolean" -> settings.nativeBoolean((Boolean) value);
                case "emptyInStrategy" -> settings.emptyIn((EmptyIn) value);
                case "maxIdentifierLength" -> settings.maxIdentifierLength((Integer) value);
                case "labelLength" -> settings.labelLength((Integer) value);
                case "batchMode" -> settings;
                default -> settings.option(each.getKey(), value);
            };
        }
        return settings;
    }

    /** Whether nothing was given that changes how SQL is written. */
    boolean isPlain() {
        return List.of("batchMode").containsAll(given.keySet());
    }
}
