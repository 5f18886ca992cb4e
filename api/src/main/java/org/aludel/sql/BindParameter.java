package org.aludel.sql;

import java.util.List;
import java.util.function.Supplier;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * A value in a statement: given with it, computed at execution, or named and given at execution.
 *
 * @since 0.1
 */
public final class BindParameter<T> implements Expr<T> {

    private final @Nullable String name;
    private final Type<T> type;
    private final @Nullable Object value;
    private final @Nullable Supplier<?> supplier;
    private final boolean required;
    private final boolean expanding;
    private final boolean literal;

    private BindParameter(
            @Nullable String name,
            Type<T> type,
            @Nullable Object value,
            @Nullable Supplier<?> supplier,
            boolean required,
            boolean expanding) {
        this(name, type, value, supplier, required, expanding, false);
    }

    private BindParameter(
            @Nullable String name,
            Type<T> type,
            @Nullable Object value,
            @Nullable Supplier<?> supplier,
            boolean required,
            boolean expanding,
            boolean literal) {
        this.name = name;
        this.literal = literal;
        this.type = type;
        this.value = value;
        this.supplier = supplier;
        this.required = required;
        this.expanding = expanding;
    }

    /**
     * A value of a type; what was not declared takes its type from the value.
     *
     * @throws ArgumentException ALU-0101 if the value is an expression (it came through an untyped column), ALU-0301 if
     *     its type does not fit
     */
    @SuppressWarnings("unchecked")
    public static <T> BindParameter<T> of(Type<T> type, @Nullable Object value) {
        if (value == null) {
            return new BindParameter<>(null, type, null, null, false, false);
        }
        if (value instanceof Node || value instanceof Selectable) {
            throw expressionAsValue(value);
        }
        if (type instanceof UnknownType<?> && type.javaType() == (Class<?>) Object.class) {
            Type<?> found = Types.find(value.getClass());
            return new BindParameter<>(null, found == null ? type : (Type<T>) found, value, null, false, false);
        }
        return new BindParameter<>(null, type, type.coerce(value), null, false, false);
    }

    /** A parameter whose value is given at execution under its name. */
    public static <T> BindParameter<T> named(String name, Type<T> type) {
        return new BindParameter<>(name, type, null, null, true, false);
    }

    /** A parameter with a value that can be replaced at execution under its name. */
    public static <T> BindParameter<T> named(String name, Type<T> type, @Nullable T value) {
        return new BindParameter<>(name, type, value, null, false, false);
    }

    /** A value computed at each execution. */
    public static <T> BindParameter<T> computed(Type<T> type, Supplier<? extends @Nullable T> supplier) {
        return new BindParameter<>(null, type, null, supplier, false, false);
    }

    /** A value computed at each execution, unless one is given under its name. */
    public static <T> BindParameter<T> computed(String name, Type<T> type, Supplier<? extends @Nullable T> supplier) {
        return new BindParameter<>(name, type, null, supplier, false, false);
    }

    /** The values of an IN list, of which there is at least one. */
    public static <T> BindParameter<T> list(Type<T> type, List<?> values) {
        return new BindParameter<>(null, type, values, null, false, true);
    }

    /** An IN list given at execution under a name. */
    public static <T> BindParameter<T> namedList(String name, Type<T> type) {
        return new BindParameter<>(name, type, null, null, true, true);
    }

    /** An IN list that can be replaced at execution under a name. */
    public static <T> BindParameter<T> namedList(String name, Type<T> type, List<? extends T> values) {
        return new BindParameter<>(name, type, values, null, false, true);
    }

    /**
     * This parameter with its value written into the text at execution, as a literal: for places where the database, or
     * its planner, wants no parameter. The statement stays compiled.
     */
    public BindParameter<T> literalExecute() {
        return new BindParameter<>(name, type, value, supplier, required, expanding, true);
    }

    /** This parameter with a value that is shown nowhere: not in logs, not in the messages of exceptions. */
    public BindParameter<T> sensitive() {
        return new BindParameter<>(name, type.sensitive(), value, supplier, required, expanding, literal);
    }

    /** This parameter as an IN list whose elements have the given type if none was said. */
    public BindParameter<T> asList(Type<?> elementType) {
        return new BindParameter<>(name, typeOr(elementType), value, supplier, required, true, literal);
    }

    /** This parameter with another type, if none was said. */
    public BindParameter<T> typedBy(Type<?> other) {
        return typeOr(other) != type
                ? new BindParameter<>(name, typeOr(other), value, supplier, required, expanding, literal)
                : this;
    }

    @SuppressWarnings("unchecked")
    private Type<T> typeOr(Type<?> other) {
        if (type instanceof SensitiveType<T> secret) {
            return secret.base() instanceof UnknownType<?> ? (Type<T>) other.sensitive() : type;
        }
        return type instanceof UnknownType<?> ? (Type<T>) other : type;
    }

    /** The name under which a value may be given at execution; null for anonymous ones. */
    public @Nullable String name() {
        return name;
    }

    @Override
    public Type<T> type() {
        return type;
    }

    /** The value, computed now if it is computed; a list for an IN list. */
    public @Nullable Object value() {
        return supplier == null ? value : supplier.get();
    }

    /** Whether the parameter is the number zero and nothing else can be given in its place. */
    public boolean isZero() {
        return name == null && supplier == null && value instanceof Number number && number.doubleValue() == 0;
    }

    /** Whether execution must give the value. */
    public boolean isRequired() {
        return required;
    }

    /** Whether the parameter stands for a list of values. */
    public boolean isExpanding() {
        return expanding;
    }

    /** Whether the value is written into the text at execution. */
    public boolean isLiteral() {
        return literal;
    }

    /** Whether the value is computed at each execution. */
    public boolean isComputed() {
        return supplier != null;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitBind(this);
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.bind(this);
    }

    private static ArgumentException expressionAsValue(Object value) {
        return new ArgumentException(
                "ALU-0101",
                "an expression was passed where a value is expected; where: "
                        + value.getClass().getSimpleName()
                        + ", through a column without a static type; what to do: declare the column's type, or compare"
                        + " with eqAny(...) and the like");
    }
}
