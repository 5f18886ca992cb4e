package org.aludel.orm.internal.mapping;

import org.jspecify.annotations.Nullable;

/** Holds the values of columns without a field; implemented by the state of an instance. */
public interface HiddenValues {

    /** The value of a hidden column of the instance. */
    @Nullable
    Object hidden(int slot);

    /** Stores the value of a hidden column. */
    void hidden(int slot, @Nullable Object value);
}
