package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * An option of a foreign key; null where it says nothing.
 *
 * @since 0.1
 */
public record ForeignKeyOption(
        @Nullable ForeignKeyAction onDelete,
        @Nullable ForeignKeyAction onUpdate,
        @Nullable Boolean initiallyDeferred,
        @Nullable String name) {

    public static ForeignKeyOption onDelete(ForeignKeyAction action) {
        return new ForeignKeyOption(action, null, null, null);
    }

    public static ForeignKeyOption onUpdate(ForeignKeyAction action) {
        return new ForeignKeyOption(null, action, null, null);
    }

    /** The key may be checked at commit. */
    public static ForeignKeyOption deferrable(boolean initiallyDeferred) {
        return new ForeignKeyOption(null, null, initiallyDeferred, null);
    }

    /** The name of the constraint. */
    public static ForeignKeyOption named(String name) {
        return new ForeignKeyOption(null, null, null, name);
    }

    static ForeignKeyOption merged(ForeignKeyOption... options) {
        ForeignKeyOption all = new ForeignKeyOption(null, null, null, null);
        for (ForeignKeyOption option : options) {
            all = new ForeignKeyOption(
                    option.onDelete != null ? option.onDelete : all.onDelete,
                    option.onUpdate != null ? option.onUpdate : all.onUpdate,
                    option.initiallyDeferred != null ? option.initiallyDeferred : all.initiallyDeferred,
                    option.name != null ? option.name : all.name);
        }
        return all;
    }
}
