package org.aludel.instrument.enhancer;

import org.jspecify.annotations.Nullable;

/** Where the enhancer learns of classes other than the one it rewrites. */
@FunctionalInterface
public interface Types {

    /** Describes the class of an internal name, or returns null if nothing is known of it. */
    @Nullable
    TypeInfo find(String internalName);
}
