package org.aludel.orm.internal.loading;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.watching.Trail;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a loader: compiled at its first use, and how its rows are read.
 *
 * @see StatementLoader
 */
final class LoadStatement {

    private final Select select;
    private final List<String> parameters;
    private final EntityLoad entity;
    private final LoadShape shape;
    private final boolean locking;
    private final EnginePlans plans = new EnginePlans();

    LoadStatement(Select select, List<String> parameters, EntityLoad entity, LoadShape shape) {
        this.select = select;
        this.parameters = parameters;
        this.entity = entity;
        this.shape = shape;
        this.locking = select.lock() != null;
    }

    EntityLoad entity() {
        return entity;
    }

    private LoadContext context(DefaultSession session, QueryValues given, @Nullable Trail trail) {
        return new LoadContext(session, shape, false, given, trail, null, entity.path());
    }

    /**
     * This statement as those who listen to executions want it.
     *
     * @param made gives the statement that follows options besides
     */
    LoadStatement told(
            DefaultSession session, ExecuteStatement.Origin origin, Function<List<LoadOption>, LoadStatement> made) {
        ExecuteStatement event = session.events().executing(entity.mapper().type(), origin, () -> select);
        if (event == null) {
            return this;
        }
        return event.options().isEmpty()
                ? narrowed(event.conditions())
                : made.apply(event.options()).narrowed(event.conditions());
    }

    private LoadStatement narrowed(List<Expr<Boolean>> conditions) {
        if (conditions.isEmpty()) {
            return this;
        }
        Select narrowed = select;
        for (Expr<Boolean> condition : conditions) {
            narrowed = narrowed.where(condition);
        }
        return new LoadStatement(narrowed, parameters, entity, shape);
    }

    private Rows open(DefaultSession session, QueryValues given, @Nullable Object... values) {
        CoreEngine engine = locking ? session.lockingEngine(entity.mapper()) : session.engine(entity.mapper());
        Plan compiled = plans.find(engine);
        if (compiled == null) {
            compiled = plans.keep(engine, engine.plan(select, parameters, session.registry()));
        }
        return session.connection(engine).rows(given.of(compiled), values);
    }

    /**
     * The first entity of the answer, with everything that belongs to it; null if there is none.
     *
     * @param given values of the query that said how to load
     * @param trail notes where the objects came from; null if nobody wants to know
     */
    @Nullable
    Object first(DefaultSession session, QueryValues given, @Nullable Trail trail, @Nullable Object... values) {
        LoadContext context = context(session, given, trail);
        Object found = null;
        try (Rows rows = open(session, given, values)) {
            while (rows.next()) {
                Object read = entity.read(rows, context);
                found = found == null ? read : found;
            }
        }
        context.finish();
        return found;
    }

    /**
     * All entities of the answer, each once, in the order of the rows.
     *
     * @param given values of the query that said how to load
     * @param trail notes where the objects came from; null if nobody wants to know
     */
    List<Object> all(DefaultSession session, QueryValues given, @Nullable Trail trail, @Nullable Object... values) {
        LoadContext context = context(session, given, trail);
        JoinedMembers.Group found = new JoinedMembers.Group(this, null, true);
        try (Rows rows = open(session, given, values)) {
            while (rows.next()) {
                found.add(Objects.requireNonNull(entity.read(rows, context)));
            }
        }
        context.finish();
        return found.members();
    }
}
