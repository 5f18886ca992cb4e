package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** A class of types, which sources call to make one or name to mean one without arguments. */
record PyType(String name, Callable factory) implements Callable {

    @Override
    public @Nullable Object call(Args arguments) {
        return factory.call(arguments);
    }
}
