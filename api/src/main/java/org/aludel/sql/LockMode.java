package org.aludel.sql;

import java.util.List;
import org.aludel.errors.ArgumentException;

/**
 * How selected rows are locked: {@code forUpdate().skipLocked()}.
 *
 * @param share whether others may read and share
 * @param nowait whether a lock of someone else is an error at once
 * @param skipsLocked whether rows locked by someone else are left out
 * @param of the tables whose rows are locked; all if empty
 * @since 0.1
 */
public record LockMode(boolean share, boolean nowait, boolean skipsLocked, List<FromItem> of) {

    /** FOR UPDATE. */
    public static final LockMode UPDATE = new LockMode(false, false, false, List.of());

    /** FOR SHARE. */
    public static final LockMode SHARE = new LockMode(true, false, false, List.of());

    public LockMode {
        if (nowait && skipsLocked) {
            throw new ArgumentException(
                    "ALU-0108",
                    "a lock can't both fail at once and skip; where: NOWAIT with SKIP LOCKED; what to do: choose one");
        }
    }

    /** The same, failing at once where someone else has a lock. */
    public LockMode withNowait() {
        return new LockMode(share, true, skipsLocked, of);
    }

    /** The same, leaving out rows that someone else has locked. */
    public LockMode withSkipLocked() {
        return new LockMode(share, nowait, true, of);
    }

    /** The same, for the rows of some tables only. */
    public LockMode of(FromItem... tables) {
        return new LockMode(share, nowait, skipsLocked, List.of(tables));
    }
}
