package org.aludel.orm.internal.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kind of collection a to-many field is declared as. */
public enum CollectionKind {
    LIST,
    SET,
    /** A field of type {@code Collection}, which gets a list. */
    COLLECTION;

    /** The kind for a field's declared type, or null if tracked collections can't stand in such a field. */
    static @Nullable CollectionKind of(Class<?> fieldType) {
        if (fieldType == List.class) {
            return LIST;
        }
        if (fieldType == Set.class) {
            return SET;
        }
        return fieldType == Collection.class ? COLLECTION : null;
    }
}
