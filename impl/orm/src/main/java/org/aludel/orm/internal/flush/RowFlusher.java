package org.aludel.orm.internal.flush;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import org.aludel.orm.RefreshFlush;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.session.Flusher;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Flushes by the graph of rows. One for each session factory; keeps the constraint model and with it the prepared
 * statements. The plan of each flush is echoed by the engines that are told to, else logged by {@code org.aludel.flush} at
 * level DEBUG.
 */
public final class RowFlusher implements Flusher {

    /** Made with the first flush that changes something. */
    private static final class Log {
        static final System.Logger PLANS = System.getLogger("org.aludel.flush");
    }

    private final MapperRegistry registry;
    private volatile @Nullable ConstraintModel model;

    public RowFlusher(MapperRegistry registry) {
        this.registry = registry;
    }

    /** Made for the first flush: a program that only reads has no use for it. */
    private ConstraintModel model() {
        ConstraintModel known = model;
        return known == null ? makeModel() : known;
    }

    private synchronized ConstraintModel makeModel() {
        ConstraintModel known = model;
        if (known == null) {
            known = new ConstraintModel(registry);
            model = known;
        }
        return known;
    }

    @Override
    public void flush(DefaultSession session, FlushSet set) {
        ConstraintModel model = model();
        Set<EntityState> told = EarlyInserts.tell(session, model, set);
        RowDecomposition decomposition = new RowDecomposition(model, set, session);
        List<RowOperation> operations = decomposition.run();
        FlushTargets targets = new FlushTargets(session, registry);
        if (operations.isEmpty()) {
            FlushPlan nothing = new FlushPlan(List.of(), Set.of(), new RowGraph(List.of()));
            FlushEvents events = FlushEvents.of(session, set, decomposition, nothing, told);
            if (events != null) {
                targets.run(nothing, events);
            }
        } else {
            FlushPlanner planner = targets.planner(operations, true);
            FlushPlan plan = planner.plan(targets.prepared(operations));
            if (!targets.echo(plan) && Log.PLANS.isLoggable(Level.DEBUG)) {
                Log.PLANS.log(Level.DEBUG, plan.toString());
            }
            targets.run(plan, FlushEvents.of(session, set, decomposition, plan, told));
        }
        decomposition.outcome().settle();
        if (session.wants(RefreshFlush.class)) {
            decomposition.outcome().tell(session);
        }
    }

    @Override
    public String describe(DefaultSession session, FlushSet set) {
        return plan(session, set).toString();
    }

    /** What a flush would send now. Nothing is sent, no object is changed. */
    public FlushPlan plan(DefaultSession session, FlushSet set) {
        List<RowOperation> operations = new RowDecomposition(model(), set, session).run();
        return new FlushTargets(session, registry).planner(operations, false).plan(operations);
    }
}
