package org.aludel.sql;

import java.util.List;
import org.aludel.errors.ArgumentException;

/**
 * How selected rows are locked: {@code forUpdate().skipLocked()}.
 *
 * @param share whether others may read and share
 * @param nowait whether a lock of someone else is an error at once
 * @param skipsLocked whether rows locked by someone else are left out
 * @param keyShare whether only keys are protected (PostgreSQL): FOR NO KEY UPDATE, or FOR KEY SHARE of a shared lock
 * @param of the tables, or columns of them, whose rows are locked; all if empty
 * @since 0.1
 */
public record LockMode(boolean share, boolean nowait, boolean skipsLocked, boolean keyShare, List<Selectable> of) {

    /** FOR UPDATE. */
    public static final LockMode UPDATE = new LockMode(false, false, false, false, List.of());

    /** FOR SHARE. */
    public static final LockMode SHARE = new LockMode(true, false, false, false, List.of());

    public LockMode {
        if (nowait && skipsLocked) {
            throw new ArgumentException(
                    "ALU-0108",
                    "a lock can't both fail at once and skip; where: NOWAIT with SKIP LOCKED; what to do: choose one");
        }
    }

    /** The same, failing at once where someone else has a lock. */
    public LockMode withNowait() {
        return new LockMode(share, true, skipsLocked, keyShare, of);
    }

    /** The same, leaving out rows that someone else has locked. */
    public LockMode withSkipLocked() {
        return new LockMode(share, nowait, true, keyShare, of);
    }

    /** The same, protecting keys only, where the database has such locks. */
    public LockMode withKeyShare() {
        return new LockMode(share, nowait, skipsLocked, true, of);
    }

    /** The same, for the rows of some tables only; some databases want columns of them. */
    public LockMode of(Selectable... tables) {
        return new LockMode(share, nowait, skipsLocked, keyShare, List.of(tables));
    }
}
