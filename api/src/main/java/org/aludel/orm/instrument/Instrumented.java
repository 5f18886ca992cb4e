package org.aludel.orm.instrument;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by every enhanced class; never by hand.
 *
 * <p>All methods are {@code default} on purpose: abstract ones would break the incremental build of an abstract class
 * whose subclass has been enhanced and which itself has not been yet.
 */
public interface Instrumented {

    /** Returns the tracking state, or null for an object that no session has seen. */
    default @Nullable InstanceState $aludel_state() {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Attaches a tracking state (null detaches it). */
    default void $aludel_state(@Nullable InstanceState state) {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Reads an attribute's field by run-time index, without traps. */
    default @Nullable Object $aludel_raw(int attribute) {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Writes an attribute's field by run-time index, without traps. */
    default void $aludel_raw(int attribute, @Nullable Object value) {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /**
     * Fills fields from a row, without traps, in straight-line code.
     *
     * @param columns for each run-time attribute index the column in the row (zero-based), or -1 to leave the field
     */
    default void $aludel_load(RowReader row, int[] columns) {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Describes the class of this object. */
    default InstrumentedType $aludel_type() {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Makes an instance of the class of this object, without running a constructor of the user. */
    default Object $aludel_new() {
        throw InstrumentedType.notInstrumented(getClass());
    }
}
