package org.aludel.types;

import org.aludel.sql.Dialect;
import org.aludel.sql.Expr;

/**
 * A type of the program's own over an existing one: it converts values on their way in and out, may be stored as another
 * type on each dialect, and may give operators a meaning of its own. Implement it as a record or as an enum, so that types
 * of equal options are equal. Where two functions suffice, {@link Types#mapped} is shorter.
 *
 * <pre>{@code
 * record Prefixed(int length) implements TypeDecorator<String, String> {
 *     public Class<String> javaType() { return String.class; }
 *     public Type<String> impl() { return string(length); }
 *     public String toStored(String value, Dialect dialect) { return "PREFIX:" + value; }
 *     public String fromStored(String value, Dialect dialect) { return value.substring(7); }
 * }
 * }</pre>
 *
 * @param <T> Java type of the program's values
 * @param <S> Java type of the stored values
 * @since 0.1
 */
public interface TypeDecorator<T, S> extends Type<T> {

    /** The stored type. */
    Type<S> impl();

    /** The stored type on a dialect; {@link #impl()} unless overridden. */
    default Type<S> impl(Dialect dialect) {
        return impl();
    }

    /** The stored value; null never comes here. */
    S toStored(T value, Dialect dialect);

    /** The program's value; null never comes here. */
    T fromStored(S value, Dialect dialect);

    /** What operators take it for; the family of the stored type unless overridden. */
    @Override
    default TypeFamily family() {
        return impl().family();
    }

    @Override
    default Expr<?> bindExpression(Expr<?> bind) {
        return impl().bindExpression(bind);
    }

    @Override
    default Expr<?> columnExpression(Expr<?> column) {
        return impl().columnExpression(column);
    }

    @Override
    default <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitDecorated(this);
    }
}
