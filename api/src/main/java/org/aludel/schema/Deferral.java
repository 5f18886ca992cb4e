package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * When a constraint is checked.
 *
 * @param deferrable whether it may be checked at commit; null if nothing is said
 * @param initially {@code DEFERRED} or {@code IMMEDIATE}; null if nothing is said
 * @since 0.1
 */
public record Deferral(
        @Nullable Boolean deferrable, @Nullable String initially) {

    /** Nothing is said. */
    public static final Deferral NONE = new Deferral(null, null);

    /** It may be checked at commit, and is so from the start if asked. */
    public static Deferral deferrable(boolean initiallyDeferred) {
        return new Deferral(true, initiallyDeferred ? "DEFERRED" : null);
    }

    /** Whether it may be checked at commit. */
    public boolean isDeferrable() {
        return Boolean.TRUE.equals(deferrable);
    }

    /** Whether it is checked at commit unless asked otherwise. */
    public boolean isInitiallyDeferred() {
        return "DEFERRED".equals(initially);
    }
}
