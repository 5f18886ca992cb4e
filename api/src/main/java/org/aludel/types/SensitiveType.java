package org.aludel.types;

import org.aludel.sql.Expr;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are shown nowhere: not by the echo of statements and rows, not in the messages of exceptions, not in
 * the text of events. To a database it is the type that it is made of. See {@link Type#sensitive()}.
 *
 * @param base the type
 * @since 0.1
 */
public record SensitiveType<T>(Type<T> base) implements Type<T> {

    /** What stands for a value wherever it would be shown. */
    public static final String SHOWN = "***";

    @Override
    public Type<T> sensitive() {
        return this;
    }

    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public TypeFamily family() {
        return base.family();
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return base.accept(visitor);
    }

    @Override
    public T coerce(Object value) {
        return base.coerce(value);
    }

    @Override
    public Expr<?> bindExpression(Expr<?> bind) {
        return base.bindExpression(bind);
    }

    @Override
    public Expr<?> columnExpression(Expr<?> column) {
        return base.columnExpression(column);
    }

    /** What is combined with a sensitive value is sensitive as well. */
    @Override
    public @Nullable Type<?> typeOfOperand(Operator operator, Object value) {
        Type<?> plain = base.typeOfOperand(operator, value);
        return plain == null ? null : plain.sensitive();
    }

    @Override
    public @Nullable Expr<?> operate(Operator operator, Expr<?> left, Expr<?> right) {
        return base.operate(operator, left, right);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
