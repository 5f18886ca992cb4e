package org.aludel.orm.internal.flush;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.EchoCategory;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.jspecify.annotations.Nullable;

/** The engines that one flush writes to: all rows in the order of one plan, each batch on the connection of its table. */
final class FlushTargets {

    private final DefaultSession session;
    private final MapperRegistry registry;
    private final Map<TableModel, CoreEngine> engines = new IdentityHashMap<>(4);
    private final Map<CoreEngine, PlanExecution> executions = new IdentityHashMap<>(2);

    FlushTargets(DefaultSession session, MapperRegistry registry) {
        this.session = session;
        this.registry = registry;
    }

    /**
     * A planner that relies only on what all engines concerned can do.
     *
     * @param reading whether it may read what objects do not know of their rows
     */
    FlushPlanner planner(List<RowOperation> operations, boolean reading) {
        TableModel last = null;
        for (RowOperation operation : operations) {
            TableModel table = operation.table();
            if (table != last) { // rows of one table mostly follow each other
                last = table;
                engine(table);
            }
        }
        ConstraintChecks checks = new ConstraintChecks(
                all(Capability.UNIQUE_AT_STATEMENT_END),
                all(Capability.DEFERRABLE_FOREIGN_KEYS),
                all(Capability.DEFERRABLE_UNIQUE));
        return new FlushPlanner(checks, reading ? new UnknownValues(session)::read : null);
    }

    /** The operations as the databases concerned take them. */
    List<RowOperation> prepared(List<RowOperation> operations) {
        for (CoreEngine engine : engines.values()) {
            if (!engine.dialect().deletesSelfReferences()) {
                return SelfReferences.released(operations, new UnknownValues(session));
            }
        }
        return operations;
    }

    /** Shows the plan by each engine concerned that echoes flushes, and tells whether one does. */
    boolean echo(FlushPlan plan) {
        boolean shown = false;
        for (CoreEngine engine : Set.copyOf(engines.values())) {
            if (engine.echo().isOn(EchoCategory.FLUSH)) {
                engine.echo().write(EchoCategory.FLUSH, plan.toString());
                shown = true;
            }
        }
        return shown;
    }

    private boolean all(Capability capability) {
        for (CoreEngine engine : engines.values()) {
            CoreDialect dialect = engine.dialect();
            if (!dialect.supports(capability)) {
                return false;
            }
        }
        return true;
    }

    /** @param events tells of the rows while they are written; null if nobody listens */
    void run(FlushPlan plan, @Nullable FlushEvents events) {
        if (!plan.deferred().isEmpty()) {
            for (CoreEngine engine : List.copyOf(engines.values())) {
                execution(engine).defer(plan.deferred());
            }
        }
        for (FlushPlan.Batch batch : plan.batches()) {
            if (events == null) {
                run(batch);
            } else {
                events.before(batch).forEach(this::run);
                events.after(batch);
            }
        }
        if (events != null) {
            events.rest().forEach(this::run);
        }
    }

    private void run(FlushPlan.Batch batch) {
        execution(engine(batch.shape().table)).run(batch);
    }

    private PlanExecution execution(CoreEngine engine) {
        PlanExecution known = executions.get(engine);
        if (known == null) {
            known = new PlanExecution(session.connection(engine), registry);
            executions.put(engine, known);
        }
        return known;
    }

    private CoreEngine engine(TableModel model) {
        CoreEngine known = engines.get(model);
        if (known == null) {
            Table table = java.util.Objects.requireNonNull(model.source[0].table());
            known = session.flushingEngine(table);
            engines.put(model, known);
        }
        return known;
    }
}
