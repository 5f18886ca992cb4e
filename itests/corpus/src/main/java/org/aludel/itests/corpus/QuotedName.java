package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** A name that is always, or never, written in quotes. */
record QuotedName(String name, @Nullable Boolean quote) {

    @Override
    public String toString() {
        return name;
    }
}
