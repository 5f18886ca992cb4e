package org.aludel.core.dialect;

/** What becomes of a prepared transaction when the connection or the server goes down. */
public enum TwoPhaseSupport {
    /** It can be committed later. */
    DURABLE,
    /** It is lost. */
    VOLATILE,
    /** There are no prepared transactions. */
    NONE
}
