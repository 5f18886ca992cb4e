package org.aludel.orm.instrument;

/** Marks the synthetic constructor by which rows become objects; its argument is always null. */
public final class Loading {

    private Loading() {}
}
