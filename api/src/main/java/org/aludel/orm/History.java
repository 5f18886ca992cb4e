package org.aludel.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an attribute since the last flush. An attribute that was not touched has its value in
 * {@code unchanged}; one that was written has the new value in {@code added} and the old one, if it is known, in
 * {@code deleted}. Of a collection, each list holds members.
 *
 * @param added values that the next flush writes
 * @param unchanged values as they are in the database
 * @param deleted values that the next flush replaces or removes; empty if the old value was not loaded
 * @since 0.1
 */
public record History<T extends @Nullable Object>(List<T> added, List<T> unchanged, List<T> deleted) {

    /** Whether there is anything to write. */
    public boolean hasChanges() {
        return !added.isEmpty() || !deleted.isEmpty();
    }
}
