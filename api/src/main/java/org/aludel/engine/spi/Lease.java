package org.aludel.engine.spi;

import java.sql.Connection;

/**
 * A connection on loan from a pool. Exactly one of {@link #release} and {@link #discard} is called, once.
 *
 * <p>{@link #jdbc()} is the driver's own connection where the pool can give it: what a pool's proxy would track or reset
 * is the engine's work here, and the proxy's cost is saved on each call.
 */
public interface Lease {

    /** The connection. */
    Connection jdbc();

    /** Gives it back, with autocommit on and nothing open. */
    void release();

    /** Gives it back as unusable: it is closed and never lent again. */
    void discard();
}
