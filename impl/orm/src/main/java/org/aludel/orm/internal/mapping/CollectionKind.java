package org.aludel.orm.internal.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.aludel.orm.DynamicRelation;
import org.jspecify.annotations.Nullable;

/** The kind of collection a to-many field is declared as. */
public enum CollectionKind {
    LIST,
    SET,
    SORTED_SET,
    /** A field of type {@code Collection}, which gets a list. */
    COLLECTION,
    MAP,
    SORTED_MAP,
    /** A relation that is never loaded as a whole. */
    DYNAMIC,
    /** A class of the program's own. */
    CUSTOM;

    /** The kind for a field's declared type, or null if tracked collections of ours can't stand in such a field. */
    static @Nullable CollectionKind of(Class<?> fieldType) {
        if (fieldType == List.class) {
            return LIST;
        }
        if (fieldType == Set.class) {
            return SET;
        }
        if (fieldType == SortedSet.class || fieldType == NavigableSet.class) {
            return SORTED_SET;
        }
        if (fieldType == Map.class) {
            return MAP;
        }
        if (fieldType == SortedMap.class || fieldType == NavigableMap.class) {
            return SORTED_MAP;
        }
        if (fieldType == DynamicRelation.class) {
            return DYNAMIC;
        }
        return fieldType == Collection.class ? COLLECTION : null;
    }
}
