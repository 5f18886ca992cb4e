package org.aludel.orm.internal.flush;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Orders row operations into a plan; knows neither sessions nor SQL. */
final class FlushPlanner {

    private final ConstraintChecks checks;
    private final @Nullable Consumer<List<RowOperation>> unknownValues;

    FlushPlanner(ConstraintChecks checks) {
        this(checks, null);
    }

    /** @param unknownValues fills in what operations do not know of their rows; null to guess */
    FlushPlanner(ConstraintChecks checks, @Nullable Consumer<List<RowOperation>> unknownValues) {
        this.checks = checks;
        this.unknownValues = unknownValues;
    }

    /**
     * Plans the operations. They are changed on the way: an operation on a cycle may be split, so it must not be planned
     * twice.
     *
     * @throws org.aludel.errors.FlushException ALU-0601, ALU-0602 for a cycle that can't be broken, before anything is
     *     sent
     */
    FlushPlan plan(List<RowOperation> operations) {
        RowGraph graph = new RowGraph(operations);
        EdgeFinder edges = new EdgeFinder(graph);
        edges.find();
        if (unknownValues != null && edges.dependsOnUnknownValues()) {
            unknownValues.accept(edges.unknownOperations());
            graph = new RowGraph(operations);
            new EdgeFinder(graph).find();
        }
        CycleBreaker breaker = new CycleBreaker(graph, checks);
        breaker.splitUpFront();
        Set<Object> deferred = Set.of();
        List<FlushPlan.Batch> batches = new Schedule(graph).run();
        if (batches == null) {
            deferred = breaker.run();
            batches = Objects.requireNonNull(new Schedule(graph).run());
        }
        return new FlushPlan(batches, deferred, graph);
    }
}
