package org.aludel.orm.internal.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.EventFilter;
import org.aludel.orm.EventHandler;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.SessionEvent;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Who hears what happens in a session: the handlers of its factory first, then those of the session alone. */
public final class SessionEvents {

    private final DefaultSession session;
    private final EventHub shared;
    private @Nullable EventHub own;

    SessionEvents(DefaultSession session, EventHub shared) {
        this.session = session;
        this.shared = shared;
    }

    /** Whether nobody listens to anything; asked first where an event's class would be loaded only to be asked for. */
    boolean isSilent() {
        EventHub mine = own;
        return shared.isEmpty() && (mine == null || mine.isEmpty());
    }

    /** Whether anybody listens to events of a type. */
    boolean wants(Class<? extends OrmEvent> type) {
        EventHub mine = own;
        return shared.wants(type) || mine != null && mine.wants(type);
    }

    /** Tells all handlers of an event. */
    void fire(OrmEvent event) {
        shared.fire(event);
        EventHub mine = own;
        if (mine != null) {
            mine.fire(event);
        }
    }

    <V extends SessionEvent> EventRegistration on(Class<V> type, EventFilter filter, Consumer<? super V> handler) {
        EventHub mine = own;
        if (mine == null) {
            mine = new EventHub();
            own = mine;
        }
        return mine.add(new EventHandler<>(type, filter, handler));
    }

    /** Whether somebody listens to loads and refreshes. */
    public boolean hearsLoading() {
        EventHub mine = own;
        return shared.hearsLoading() || mine != null && mine.hearsLoading();
    }

    /**
     * Tells of a statement that is about to be executed.
     *
     * @return what handlers want of it; null if nobody listens
     */
    public @Nullable ExecuteStatement executing(
            @Nullable Class<?> type, ExecuteStatement.Origin origin, Supplier<? extends Statement> statement) {
        if (isSilent() || !wants(ExecuteStatement.class)) {
            return null;
        }
        ExecuteStatement event = new ExecuteStatement(session, type, origin, statement);
        fire(event);
        return event;
    }

    /** The statement to execute for one that a program has given. */
    Statement told(Statement given) {
        ExecuteStatement event = executing(null, ExecuteStatement.Origin.STATEMENT, () -> given);
        Queries queries = session.factory().queries();
        if (event == null) {
            return queries.limited(given, List.of());
        }
        Statement taken = queries.limited(event.statement(), event.options());
        for (Expr<Boolean> condition : event.conditions()) {
            taken = taken instanceof Select select ? select.where(condition) : taken;
        }
        return taken;
    }
}
