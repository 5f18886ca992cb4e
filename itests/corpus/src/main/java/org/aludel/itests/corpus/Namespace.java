package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** Something whose attributes are names of things: a module, the functions of the database. */
@FunctionalInterface
interface Namespace {

    @Nullable
    Object attribute(String name);
}
