package org.aludel.orm;

import org.jspecify.annotations.Nullable;

/**
 * A query is about to add an item to its result: an object (each once), a row, a value. A handler may put another one in its
 * place, or leave it out; both change the result alone, not what is loaded.
 *
 * <pre>{@code
 * session.on(ResultItem.class, EventFilter.of(Document.class), e -> {
 *     if (!mayRead(e.item())) {
 *         e.leaveOut();
 *     }
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultItem implements SessionEvent {

    private final Session session;
    private @Nullable Object item;
    private boolean leftOut;

    /** Meant for queries. */
    public ResultItem(Session session, @Nullable Object item) {
        this.session = session;
        this.item = item;
    }

    @Override
    public Session session() {
        return session;
    }

    /** The item, or what an earlier handler has put in its place. */
    public @Nullable Object item() {
        return item;
    }

    /** Puts another item in its place; of the same kind, or whoever reads the result stumbles over it. */
    public void replace(@Nullable Object other) {
        item = other;
    }

    /** Leaves the item out of the result. */
    public void leaveOut() {
        leftOut = true;
    }

    /** Whether a handler has left the item out. */
    public boolean isLeftOut() {
        return leftOut;
    }
}
