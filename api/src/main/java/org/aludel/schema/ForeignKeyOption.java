package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * Options of a foreign key, each null where nothing is said. Several are given side by side:
 * {@code references("users.id", onDelete(CASCADE), deferrable())}.
 *
 * @param deferral when it is checked
 * @param match MATCH and its word: {@code FULL}, {@code PARTIAL}, {@code SIMPLE}
 * @param addedLater whether it is always added after the tables were created
 * @param linkedToName whether the referred columns are given by their names in the database, not by their keys
 * @since 0.1
 */
public record ForeignKeyOption(
        @Nullable ForeignKeyAction onDelete,
        @Nullable ForeignKeyAction onUpdate,
        Deferral deferral,
        @Nullable String name,
        @Nullable String match,
        boolean addedLater,
        boolean linkedToName,
        Options options) {

    private static final ForeignKeyOption NONE =
            new ForeignKeyOption(null, null, Deferral.NONE, null, null, false, false, Options.NONE);

    public static ForeignKeyOption onDelete(ForeignKeyAction action) {
        return new ForeignKeyOption(action, null, Deferral.NONE, null, null, false, false, Options.NONE);
    }

    public static ForeignKeyOption onUpdate(ForeignKeyAction action) {
        return new ForeignKeyOption(null, action, Deferral.NONE, null, null, false, false, Options.NONE);
    }

    /** The key may be checked at commit, and is so from the start if asked. */
    public static ForeignKeyOption deferrable(boolean initiallyDeferred) {
        return deferral(Deferral.deferrable(initiallyDeferred));
    }

    /** When the key is checked. */
    public static ForeignKeyOption deferral(Deferral deferral) {
        return new ForeignKeyOption(null, null, deferral, null, null, false, false, Options.NONE);
    }

    /** The name of the constraint. */
    public static ForeignKeyOption named(String name) {
        return new ForeignKeyOption(null, null, Deferral.NONE, name, null, false, false, Options.NONE);
    }

    /** MATCH: what a key means of which some columns are null. */
    public static ForeignKeyOption match(String word) {
        return new ForeignKeyOption(null, null, Deferral.NONE, null, word, false, false, Options.NONE);
    }

    /** The key is added by ALTER TABLE after the tables were created. */
    public static ForeignKeyOption useAlter() {
        return new ForeignKeyOption(null, null, Deferral.NONE, null, null, true, false, Options.NONE);
    }

    /** An option of a dialect, as {@code postgresql_not_valid}. */
    public static ForeignKeyOption option(String name, Object value) {
        return new ForeignKeyOption(null, null, Deferral.NONE, null, null, false, false, Options.NONE.and(name, value));
    }

    /** The referred columns are given by their names in the database, not by their keys. */
    public static ForeignKeyOption linkToName() {
        return new ForeignKeyOption(null, null, Deferral.NONE, null, null, false, true, Options.NONE);
    }

    static ForeignKeyOption merged(ForeignKeyOption... options) {
        ForeignKeyOption all = NONE;
        for (ForeignKeyOption option : options) {
            Options more = all.options;
            for (var entry : option.options.asMap().entrySet()) {
                more = more.and(entry.getKey(), entry.getValue());
            }
            all = new ForeignKeyOption(
                    option.onDelete != null ? option.onDelete : all.onDelete,
                    option.onUpdate != null ? option.onUpdate : all.onUpdate,
                    new Deferral(
                            option.deferral.deferrable() != null
                                    ? option.deferral.deferrable()
                                    : all.deferral.deferrable(),
                            option.deferral.initially() != null
                                    ? option.deferral.initially()
                                    : all.deferral.initially()),
                    option.name != null ? option.name : all.name,
                    option.match != null ? option.match : all.match,
                    option.addedLater || all.addedLater,
                    option.linkedToName || all.linkedToName,
                    more);
        }
        return all;
    }
}
