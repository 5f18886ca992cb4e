package org.aludel.cdi.internal;

import org.aludel.orm.Session;
import org.jspecify.annotations.Nullable;

/**
 * The session that serves a request, and which transaction it serves just now. While that transaction is suspended, code
 * without a transaction gets a session aside, until the transaction goes on.
 */
final class RequestSession {

    private final SessionSource source;
    private @Nullable Session main;
    private @Nullable Session aside;
    private volatile @Nullable Object boundTo;

    RequestSession(SessionSource source) {
        this.source = source;
    }

    SessionSource source() {
        return source;
    }

    /** Whether no transaction, not even a suspended one, works with the session. */
    boolean isFree() {
        return boundTo == null;
    }

    /** Takes the session for a transaction. */
    Session bind(Object transaction) {
        boundTo = transaction;
        return main();
    }

    /** The transaction has completed; called on any thread. */
    void unbind() {
        boundTo = null;
    }

    /** The session for code that runs outside any transaction. */
    Session outside() {
        if (isFree()) {
            closeAside();
            return main();
        }
        Session current = aside;
        if (current == null) {
            current = source.open();
            aside = current;
        }
        return current;
    }

    /** The suspended transaction goes on, so what ran beside it has ended. */
    void closeAside() {
        Session current = aside;
        if (current != null) {
            aside = null;
            current.close();
        }
    }

    private Session main() {
        Session current = main;
        if (current == null) {
            current = source.open();
            main = current;
        }
        return current;
    }

    void close() {
        closeAside();
        Session current = main;
        main = null;
        if (current != null) {
            current.close();
        }
    }
}
