package org.aludel.orm.instrument;

import org.jspecify.annotations.Nullable;

/** Implemented by enhanced collection classes of programs; never by hand. */
public interface InstrumentedCollection {

    /** The link to the object that has the collection; null for one that nobody has. */
    default @Nullable CollectionLink $aludel_link() {
        throw InstrumentedType.notInstrumented(getClass());
    }

    /** Links the collection (null unlinks it). */
    default void $aludel_link(@Nullable CollectionLink link) {
        throw InstrumentedType.notInstrumented(getClass());
    }
}
