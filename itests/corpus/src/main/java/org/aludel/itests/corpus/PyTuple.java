package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A tuple, which the sources tell from a list. */
final class PyTuple extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1L;

    PyTuple(Collection<? extends @Nullable Object> members) {
        super(members);
    }
}
