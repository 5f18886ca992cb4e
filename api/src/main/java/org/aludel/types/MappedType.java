package org.aludel.types;

import java.util.function.Function;

/**
 * A type of the program's own, stored as another: values are converted on their way in and out. Null stays null and is
 * never given to the functions.
 *
 * @param javaType class of the program's values
 * @param stored type of the stored values
 * @param toStored makes the stored value
 * @param fromStored makes the program's value
 * @since 0.1
 */
public record MappedType<S, T>(
        Class<T> javaType,
        Type<S> stored,
        Function<? super T, ? extends S> toStored,
        Function<? super S, ? extends T> fromStored)
        implements Type<T> {

    @Override
    public TypeFamily family() {
        return stored.family();
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitMapped(this);
    }

    @Override
    public String toString() {
        return javaType.getSimpleName() + " as " + stored;
    }
}
