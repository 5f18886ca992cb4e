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

    /**
     * The connection as users get it who ask for it: a pool that gives the driver's own to the engine shows its proxy here,
     * which sees what users change (a schema, a network timeout) and takes it back.
     */
    default Connection shown() {
        return jdbc();
    }

    /** Gives it back, with autocommit on and nothing open. */
    void release();

    /** Gives it back as unusable: it is closed and never lent again. */
    void discard();
}
