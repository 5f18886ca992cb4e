package org.aludel.types;

import java.util.List;

/**
 * Arrays of the databases that have them.
 *
 * @param element type of the elements
 * @since 0.1
 */
public record ArrayType<E>(Type<E> element) implements Type<List<E>> {

    @Override
    @SuppressWarnings("unchecked")
    public Class<List<E>> javaType() {
        return (Class<List<E>>) (Class<?>) List.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.ARRAY;
    }

    @Override
    public <R> R accept(TypeVisitor<R> visitor) {
        return visitor.visitArray(this);
    }

    @Override
    public String toString() {
        return element + "[]";
    }
}
