package org.aludel.types;

import org.aludel.errors.ArgumentException;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A column type: what its values are in Java and which family of SQL types they belong to. How it is spelled and how its
 * values cross JDBC is each dialect's business. Types are immutable and equal by content.
 *
 * @param <T> Java type of the values
 * @since 0.1
 */
public interface Type<T> {

    /** The class of the values. */
    Class<T> javaType();

    /** The kind of values. */
    TypeFamily family();

    /** Calls the visitor's method for this type. */
    <R> R accept(TypeVisitor<R> visitor);

    /**
     * Turns a value given by the program into one of this type where nothing is lost, as an {@code Integer} into a
     * {@code Long}.
     *
     * @throws ArgumentException ALU-0301 if the value is of a type that does not fit
     */
    @SuppressWarnings("unchecked")
    default T coerce(Object value) {
        if (javaType().isInstance(value)) {
            return (T) value;
        }
        throw mismatch(value);
    }

    /**
     * What stands in SQL for a value of this type: the parameter itself, unless the type wraps it in a function.
     *
     * @param bind the parameter
     */
    default Expr<?> bindExpression(Expr<?> bind) {
        return bind;
    }

    /**
     * What a SELECT writes for a column of this type: the column itself, unless the type wraps it in a function. Only
     * columns of the outermost SELECT are wrapped.
     *
     * @param column the column or other expression
     */
    default Expr<?> columnExpression(Expr<?> column) {
        return column;
    }

    /**
     * The type that a plain value has which is combined with an expression of this type; null for what the operator
     * would choose.
     *
     * @param operator the operator between them
     * @param value the value, not null
     */
    default @Nullable Type<?> typeOfOperand(Operator operator, Object value) {
        return null;
    }

    /**
     * The meaning of an operator on expressions of this type; null for the ordinary one.
     *
     * @param operator the operator as the program wrote it
     * @param left an expression of this type
     * @param right the other operand, an expression
     */
    default @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
        return null;
    }

    /**
     * The same type, spelled and converted as another on some dialects.
     *
     * <pre>{@code
     * string(200).withVariant(MySqlTypes.varchar(200, "utf8mb4"), "mysql")
     * }</pre>
     *
     * @param type the type on those dialects
     * @param dialects names of dialects
     */
    default Type<T> withVariant(Type<T> type, String... dialects) {
        return VariantType.of(this, type, dialects);
    }

    /**
     * The same type for values that nobody may see: {@code ***} stands in logs, in the messages of exceptions and in the
     * text of events wherever one of them would be shown.
     *
     * <pre>{@code
     * column("password", string(80).sensitive())
     * }</pre>
     */
    default Type<T> sensitive() {
        return new SensitiveType<>(this);
    }

    /** The error for a value that does not fit. */
    default ArgumentException mismatch(Object value) {
        return new ArgumentException(
                "ALU-0301",
                "a value of " + value.getClass().getName() + " does not fit; where: type " + this
                        + "; what to do: give a " + javaType().getName());
    }
}
