package org.aludel.orm.internal.flush;

import java.lang.System.Logger.Level;
import java.util.List;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.engine.CoreConnection;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.session.Flusher;
import org.aludel.sql.Capability;

/**
 * Flushes by the graph of rows. One for each session factory; keeps the constraint model and with it the prepared
 * statements. The plan of each flush is logged by {@code org.aludel.flush} at level DEBUG.
 */
public final class RowFlusher implements Flusher {

    private static final System.Logger LOG = System.getLogger("org.aludel.flush");

    private final MapperRegistry registry;
    private final ConstraintModel model;

    public RowFlusher(MapperRegistry registry) {
        this.registry = registry;
        this.model = new ConstraintModel(registry);
    }

    @Override
    public void flush(DefaultSession session, FlushSet set) {
        CoreConnection connection = (CoreConnection) session.connection();
        RowDecomposition decomposition = new RowDecomposition(model, set);
        List<RowOperation> operations = decomposition.run();
        if (!operations.isEmpty()) {
            FlushPlan plan = planner(connection).plan(operations);
            if (LOG.isLoggable(Level.DEBUG)) {
                LOG.log(Level.DEBUG, plan.toString());
            }
            new PlanExecution(connection, registry).run(plan);
        }
        decomposition.outcome().settle();
    }

    @Override
    public String describe(DefaultSession session, FlushSet set) {
        return plan(session, set).toString();
    }

    /** What a flush would send now. Nothing is sent, no object is changed. */
    public FlushPlan plan(DefaultSession session, FlushSet set) {
        return planner((CoreConnection) session.connection()).plan(new RowDecomposition(model, set).run());
    }

    private static FlushPlanner planner(CoreConnection connection) {
        CoreDialect dialect = connection.engine().dialect();
        return new FlushPlanner(new ConstraintChecks(
                dialect.supports(Capability.UNIQUE_AT_STATEMENT_END),
                dialect.supports(Capability.DEFERRABLE_FOREIGN_KEYS),
                dialect.supports(Capability.DEFERRABLE_UNIQUE)));
    }
}
