package org.aludel.engine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that URLs may name, and what it can be told when connecting; see {@link Engine#knownDialects()}. Programs
 * that ask a person for a connection, as set-up forms do, make their questions of it.
 *
 * @param name its name in URLs
 * @param otherNames other names for it
 * @param urlForm the forms of its URLs
 * @param arguments what a URL can say, parts of the URL first, then the engine's options, then the driver's
 * @since 0.1
 */
public record KnownDialect(String name, List<String> otherNames, String urlForm, List<Argument> arguments) {

    public KnownDialect {
        otherNames = List.copyOf(otherNames);
        arguments = List.copyOf(arguments);
    }

    /** The argument of a name, in any case. */
    public Optional<Argument> argument(String named) {
        return arguments.stream()
                .filter(argument -> argument.name().equalsIgnoreCase(named))
                .findFirst();
    }

    /** Who reads an argument. */
    public enum Reader {
        /** It is a part of the URL, and a setting of the builder where that has one. */
        URL,
        /** An option of the engine: after the question mark of a URL, or by {@link EngineBuilder#option}. */
        ENGINE,
        /** An option of the driver, as the driver on the class path describes it; also {@link EngineBuilder#property}. */
        DRIVER
    }

    /**
     * Something that can be said when connecting.
     *
     * @param name its name
     * @param reader who reads it
     * @param type {@code String}, {@code Integer} or {@code Boolean}; drivers take all of theirs as text
     * @param usually its default, as text; null if it has none, or a secret one
     * @param choices the values it can have; empty if any, or nobody says which
     * @param description what it means; empty if nobody says
     * @param required whether a URL without it can't be used
     * @param secret whether what is given must not be shown
     */
    public record Argument(
            String name,
            Reader reader,
            Class<?> type,
            @Nullable String usually,
            List<String> choices,
            String description,
            boolean required,
            boolean secret) {

        public Argument {
            choices = List.copyOf(choices);
        }
    }
}
