package org.aludel.itests.corpus;

import org.jspecify.annotations.Nullable;

/** The {@code a:b} of a subscript. */
record PySlice(@Nullable Object lower, @Nullable Object upper) {}
