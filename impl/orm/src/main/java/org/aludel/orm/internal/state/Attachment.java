package org.aludel.orm.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * What ties objects to their session. A session that lets go of all its objects ends the tie, once, instead of walking to
 * each of them: a state learns it when it is next asked.
 */
public final class Attachment {

    private @Nullable UnitOfWork owner;

    /** Ties to a session. */
    public Attachment(UnitOfWork owner) {
        this.owner = owner;
    }

    /** The session; null after the end. */
    @Nullable
    UnitOfWork owner() {
        return owner;
    }

    /** Lets go of all objects that are tied by this. */
    public void end() {
        owner = null;
    }
}
