package org.aludel.core.types;

import java.util.function.Function;
import org.aludel.errors.AludelException;
import org.aludel.errors.ArgumentException;
import org.aludel.types.Type;

/**
 * A conversion that the program has written, whose errors say which type they come from and on which way.
 *
 * @param storing whether values are on their way to the database
 */
record OwnConversion(Type<?> type, boolean storing, Function<Object, Object> function)
        implements Function<Object, Object> {

    @Override
    public Object apply(Object value) {
        try {
            return function.apply(value);
        } catch (AludelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ArgumentException("ALU-0305", what() + ": " + e + "; " + where(value), e);
        }
    }

    /** A conversion of secret values: neither the message nor its cause repeats what the program's function says. */
    static Function<Object, Object> masked(Type<?> type, boolean storing, Function<Object, Object> function) {
        OwnConversion plain = new OwnConversion(type, storing, function);
        return value -> {
            try {
                return function.apply(value);
            } catch (RuntimeException e) {
                Throwable first = e instanceof AludelException && e.getCause() != null ? e.getCause() : e;
                throw new ArgumentException(
                        "ALU-0305",
                        plain.what() + " (" + first.getClass().getName()
                                + ", whose message is not shown because the value is" + " sensitive); "
                                + plain.where(value));
            }
        };
    }

    private String what() {
        return storing
                ? "a value can't be made what its type stores"
                : "what is stored can't be made a value of its type";
    }

    private String where(Object value) {
        return "where: type " + type + ", a value of class " + value.getClass().getName() + "; what to do: "
                + (storing ? "give a value that the type takes" : "mend the row, or let the type's function take it");
    }
}
