package org.aludel.core.compiler;

import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.engine.DefaultContext;
import org.aludel.errors.InvalidRequestException;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** The value of a slot that is computed from the row it belongs to, or fetched from the database beforehand. */
public final class ContextualDefault implements Supplier<@Nullable Object> {

    private final Type<?> type;
    private final Function<? super DefaultContext, ? extends @Nullable Object> function;

    ContextualDefault(Type<?> type, Function<? super DefaultContext, ? extends @Nullable Object> function) {
        this.type = type;
        this.function = function;
    }

    /** The value for a row. */
    public @Nullable Object value(DefaultContext context) {
        Object value = function.apply(context);
        return value == null ? null : type.coerce(value);
    }

    @Override
    public @Nullable Object get() {
        throw new InvalidRequestException(
                "ALU-0178",
                "a default is computed from the row it belongs to; where: a statement that is not executed; what to do:"
                        + " execute the statement, or give the value");
    }
}
