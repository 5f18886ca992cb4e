package org.aludel.types;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.sql.Expr;

/**
 * A type named by its SQL name, which a dialect writes as it is unless the database calls the same type otherwise. Made by
 * {@link SqlTypes}.
 *
 * @param name its name in capitals
 * @param arguments length, precision and scale, as far as given
 * @param like the generic type of the same values
 * @since 0.1
 */
public record SqlNamedType<T>(String name, List<Integer> arguments, Type<T> like) implements Type<T> {

    public SqlNamedType {
        arguments = List.copyOf(arguments);
    }

    @Override
    public Class<T> javaType() {
        return like.javaType();
    }

    @Override
    public TypeFamily family() {
        return like.family();
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitNamed(this);
    }

    @Override
    public T coerce(Object value) {
        return like.coerce(value);
    }

    @Override
    public Expr<?> bindExpression(Expr<?> bind) {
        return like.bindExpression(bind);
    }

    /** The arguments in parentheses; empty if there are none. */
    public String argumentList() {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return name + argumentList();
    }
}
