package org.aludel.orm.internal.loading;

import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.internal.session.DefaultSession;
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

    LoadContext context(DefaultSession session, boolean overwriting) {
        return new LoadContext(session, shape, overwriting);
    }

    /** This statement with the conditions of those who listen to executions. */
    LoadStatement told(DefaultSession session, ExecuteStatement.Origin origin) {
        ExecuteStatement event = session.events().executing(entity.mapper().type(), origin, () -> select);
        if (event == null || event.conditions().isEmpty()) {
            return this;
        }
        Select narrowed = select;
        for (Expr<Boolean> condition : event.conditions()) {
            narrowed = narrowed.where(condition);
        }
        return new LoadStatement(narrowed, parameters, entity, shape);
    }

    Rows open(DefaultSession session, @Nullable Object... values) {
        CoreEngine engine = locking ? session.lockingEngine(entity.mapper()) : session.engine(entity.mapper());
        Plan compiled = plans.find(engine);
        if (compiled == null) {
            compiled = plans.keep(engine, engine.plan(select, parameters, session.registry()));
        }
        return session.connection(engine).rows(compiled, values);
    }

    /** The first entity of the answer, with everything that belongs to it; null if there is none. */
    @Nullable
    Object first(DefaultSession session, boolean overwriting, @Nullable Object... values) {
        LoadContext context = context(session, overwriting);
        Object found = null;
        try (Rows rows = open(session, values)) {
            while (rows.next()) {
                Object read = entity.read(rows, context);
                found = found == null ? read : found;
            }
        }
        context.finish();
        return found;
    }

    /** All entities of the answer, each once, in the order of the rows. */
    List<Object> all(DefaultSession session, @Nullable Object... values) {
        LoadContext context = context(session, false);
        JoinedMembers.Group found = new JoinedMembers.Group(this, null, true);
        try (Rows rows = open(session, values)) {
            while (rows.next()) {
                found.add(Objects.requireNonNull(entity.read(rows, context)));
            }
        }
        context.finish();
        return found.members();
    }
}
