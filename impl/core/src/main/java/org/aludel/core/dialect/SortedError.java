package org.aludel.core.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception means.
 *
 * @param constraint name of the violated constraint (the column for NOT NULL) where the database tells it
 */
public record SortedError(ErrorKind kind, @Nullable String constraint) {

    public static SortedError of(ErrorKind kind) {
        return new SortedError(kind, null);
    }
}
