package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** Something that a source can call. */
@FunctionalInterface
interface Callable {

    @Nullable
    Object call(Args args);
}
