package org.aludel.core.compiler;

import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.CompiledSql;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of one {@code ?} comes from and how it is bound. A slot of an IN list stands for the whole list.
 *
 * @param name under which a value may be given at execution; null if it can't
 * @param index position among the parameters of the statement's structure, or -1 if the value is no part of it
 * @param type type of the value, of one element for a list
 * @param handler binds the value
 * @param expanding whether it stands for a list
 * @param defaults gives the value where {@code index} is -1 and none was given at execution; null if one must be
 * @param awaited what a value that only the execution knows is shown as; null if the value is known before
 * @param writer writes the value into the text at execution; null if it is bound, as values mostly are
 */
public record BindSlot(
        @Nullable String name,
        int index,
        Type<?> type,
        TypeHandler<Object> handler,
        boolean expanding,
        @Nullable Supplier<?> defaults,
        CompiledSql.@Nullable Awaited awaited,
        @Nullable Function<@Nullable Object, String> writer) {

    /** A slot that is bound. */
    public BindSlot(
            @Nullable String name,
            int index,
            Type<?> type,
            TypeHandler<Object> handler,
            boolean expanding,
            @Nullable Supplier<?> defaults,
            CompiledSql.@Nullable Awaited awaited) {
        this(name, index, type, handler, expanding, defaults, awaited, null);
    }

    /** A slot whose value is known before execution, or given by name. */
    public BindSlot(
            @Nullable String name,
            int index,
            Type<?> type,
            TypeHandler<Object> handler,
            boolean expanding,
            @Nullable Supplier<?> defaults) {
        this(name, index, type, handler, expanding, defaults, null);
    }

    /** The same, its value written into the text. */
    BindSlot intoText(Function<@Nullable Object, String> by) {
        return new BindSlot(name, index, type, handler, expanding, defaults, awaited, by);
    }

    /** Whether the value is written into the text instead of being bound. */
    public boolean written() {
        return writer != null;
    }

    /** The value of a default or of a constant of the mapping, computed now. */
    public @Nullable Object defaultValue() {
        return defaults == null ? null : defaults.get();
    }
}
