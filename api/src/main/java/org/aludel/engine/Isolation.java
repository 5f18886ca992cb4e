package org.aludel.engine;

/**
 * How far a transaction is kept from others that run beside it.
 *
 * @since 0.1
 */
public enum Isolation {
    /** Sees what others have not committed. */
    READ_UNCOMMITTED,
    /** Each statement sees what was committed before it. */
    READ_COMMITTED,
    /** The transaction sees what was committed before its first statement. */
    REPEATABLE_READ,
    /** As if transactions ran one after another. */
    SERIALIZABLE,
    /** No transactions: each statement commits itself, also inside {@code begin()} and {@code commit()}. */
    AUTOCOMMIT
}
