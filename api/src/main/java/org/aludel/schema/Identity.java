package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column whose values the database generates by GENERATED ... AS IDENTITY.
 *
 * @param always whether a value that is given is refused
 * @since 0.1
 */
public record Identity(
        boolean always, @Nullable Long start, @Nullable Long increment) {}
