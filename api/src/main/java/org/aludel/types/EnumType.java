package org.aludel.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * One of a list of values: the constants of a Java enum, stored by name, or pieces of text. Stored in a type of the
 * database's own where it has such (CREATE TYPE of PostgreSQL, ENUM of MySQL), else as text with a CHECK constraint.
 *
 * @param javaType the enum, or {@code String}
 * @param constants the values
 * @param labels how each is stored
 * @param options its name in the database and how it is declared
 * @since 0.1
 */
public record EnumType<E>(Class<E> javaType, List<E> constants, List<String> labels, Options options)
        implements Type<E> {

    /**
     * How an enumeration is declared.
     *
     * @param name of the type, or of the constraint, if one was given
     * @param schema of the type; null for that of the table
     * @param nativeType whether the database's own kind of type is used where there is one
     * @param constraint whether a CHECK is declared where there is none
     * @param length room for the text; 0 for the longest label
     * @param created whether creating the schema creates the type
     * @param inherited whether the type is in the schema of the table
     */
    public record Options(
            @Nullable String name,
            @Nullable String schema,
            boolean nativeType,
            boolean constraint,
            int length,
            boolean created,
            boolean inherited) {

        private static final Options NONE = new Options(null, null, true, true, 0, true, false);
    }

    /**
     * @throws ArgumentException ALU-0321 if there are no labels, or if one is there twice
     */
    public EnumType {
        constants = List.copyOf(constants);
        labels = List.copyOf(labels);
        if (labels.isEmpty() || new HashSet<>(labels).size() < labels.size()) {
            throw new ArgumentException(
                    "ALU-0321",
                    "an enumeration needs at least one label, and each once; where: " + javaType.getSimpleName() + " "
                            + labels + "; what to do: give each value a label of its own");
        }
    }

    /** The constants of an enum, stored by name, in a type called like the class in lower case. */
    public static <E extends Enum<E>> EnumType<E> of(Class<E> constants) {
        return of(constants, Enum::name);
    }

    /** The constants of an enum, stored as a function says. */
    public static <E extends Enum<E>> EnumType<E> of(Class<E> constants, Function<? super E, String> label) {
        List<String> labels = new ArrayList<>();
        for (E constant : constants.getEnumConstants()) {
            labels.add(label.apply(constant));
        }
        return new EnumType<>(constants, List.of(constants.getEnumConstants()), labels, Options.NONE);
    }

    /** Pieces of text. */
    public static EnumType<String> of(String... labels) {
        return new EnumType<>(String.class, List.of(labels), List.of(labels), Options.NONE);
    }

    // ---- options

    /** The name of the type in the database, or of the CHECK. */
    public EnumType<E> named(String name) {
        return with(new Options(
                name,
                options.schema,
                options.nativeType,
                options.constraint,
                options.length,
                options.created,
                options.inherited));
    }

    /** The schema of the type in the database. */
    public EnumType<E> inSchema(String schema) {
        return with(new Options(
                options.name,
                schema,
                options.nativeType,
                options.constraint,
                options.length,
                options.created,
                options.inherited));
    }

    /** Whether the database's own kind of type is used where there is one; else text. */
    public EnumType<E> nativeType(boolean on) {
        return with(new Options(
                options.name,
                options.schema,
                on,
                options.constraint,
                options.length,
                options.created,
                options.inherited));
    }

    /** Whether a CHECK constraint is declared where the type is text. */
    public EnumType<E> createConstraint(boolean on) {
        return with(new Options(
                options.name,
                options.schema,
                options.nativeType,
                on,
                options.length,
                options.created,
                options.inherited));
    }

    /** Whether creating the schema creates the type where it has one of its own. */
    public EnumType<E> createType(boolean on) {
        return with(new Options(
                options.name,
                options.schema,
                options.nativeType,
                options.constraint,
                options.length,
                on,
                options.inherited));
    }

    /** In the schema of the table that has a column of the type. */
    public EnumType<E> inheritSchema() {
        return with(new Options(
                options.name,
                options.schema,
                options.nativeType,
                options.constraint,
                options.length,
                options.created,
                true));
    }

    /**
     * Room for the text.
     *
     * @throws ArgumentException ALU-0322 if a label does not fit
     */
    public EnumType<E> length(int length) {
        if (length < longest()) {
            throw new ArgumentException(
                    "ALU-0322",
                    "a label is longer than the enumeration allows; where: " + labels + ", length " + length
                            + "; what to do: allow at least " + longest());
        }
        return with(new Options(
                options.name,
                options.schema,
                options.nativeType,
                options.constraint,
                length,
                options.created,
                options.inherited));
    }

    private EnumType<E> with(Options changed) {
        return new EnumType<>(javaType, constants, labels, changed);
    }

    // ---- what it is

    /** Name of the type in the database: the one given, or that of the enum in lower case; null if it has none. */
    public @Nullable String name() {
        if (options.name != null || javaType == (Class<?>) String.class) {
            return options.name;
        }
        return javaType.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Room for the text. */
    public int length() {
        return options.length > 0 ? options.length : longest();
    }

    private int longest() {
        return labels.stream().mapToInt(String::length).max().orElse(1);
    }

    /**
     * How a value is stored.
     *
     * @throws ArgumentException ALU-0323 if it is none of the values
     */
    public String label(Object value) {
        int place = constants.indexOf(value);
        if (place >= 0) {
            return labels.get(place);
        }
        if (value instanceof String text && labels.contains(text)) {
            return text;
        }
        throw unknown(value);
    }

    /**
     * The value of a label.
     *
     * @throws ArgumentException ALU-0323 if it is none of the labels
     */
    public E constant(String label) {
        int place = labels.indexOf(label);
        if (place < 0) {
            throw unknown(label);
        }
        return constants.get(place);
    }

    private ArgumentException unknown(Object value) {
        return new ArgumentException(
                "ALU-0323",
                "a value is none of the enumeration's; where: '" + value + "', type " + this
                        + "; what to do: use one of " + labels);
    }

    @Override
    public E coerce(Object value) {
        if (javaType.isInstance(value) && constants.contains(value)) {
            return javaType.cast(value);
        }
        if (value instanceof String text) {
            return constant(text);
        }
        throw javaType.isInstance(value) ? unknown(value) : mismatch(value);
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.ENUM;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitEnum(this);
    }

    @Override
    public String toString() {
        return "ENUM " + (name() == null ? labels : name());
    }
}
