package org.aludel.itests.corpus.orm.bulk;

import static org.aludel.orm.Orm.set;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Bulk UPDATE with composite values. */
@ScenarioId("bulk.update-composite-11")
final class BulkUpdateComposite11 extends Scenario {

    record Point(Integer x, Integer y) {}

    @Mapped(table = "edge")
    static class Edge {
        @Id
        Integer id;

        Integer x1;
        Integer y1;

        @Composite(columns = {"x1", "y1"})
        Point start;
    }

    private Edge e;

    @Override
    protected void steps() {
        step(() -> {
            e = s.get(Edge.class, 1);
            return s.query(Edge.class).update(set(BulkUpdateComposite11_Edge_.start, new Point(3, 4)));
        });
        step(() -> list(e.x1, e.y1));
        step(() -> {
            s.commit();
            return e.start;
        });
    }
}
