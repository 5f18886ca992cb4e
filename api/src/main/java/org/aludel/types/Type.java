package org.aludel.types;

import org.aludel.errors.ArgumentException;

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

    /** The error for a value that does not fit. */
    default ArgumentException mismatch(Object value) {
        return new ArgumentException(
                "ALU-0301",
                "a value of " + value.getClass().getName() + " does not fit; where: type " + this
                        + "; what to do: give a " + javaType().getName());
    }
}
