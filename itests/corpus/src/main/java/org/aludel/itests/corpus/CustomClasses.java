package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** Classes of sources that extend the reference system: own types, elements, functions. */
final class CustomClasses {

    private CustomClasses() {}

    /** Forgets what earlier sources defined. */
    static void forget() {}

    /** Called for each class that a source defines. */
    static void defined(PyClass type) {}

    /** What an object of such a class is in the API. */
    static @Nullable Object made(PyInstance instance, Args arguments) {
        throw new Gap("class " + instance.type() + " extends " + instance.type().bases());
    }

    /** A function that a source defined, or null. */
    static @Nullable Callable function(String name) {
        return null;
    }
}
