package org.aludel.itests.corpus.orm.ext;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Composite;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.MutableComposite;

/** A composite that tells of changes in place. */
@ScenarioId("ext.mutable.composite-14")
final class ExtMutableComposite14 extends Scenario {

    static final class Point extends MutableComposite {

        private Integer x;
        private Integer y;

        Point(Integer x, Integer y) {
            this.x = x;
            this.y = y;
        }

        void x(int value) {
            change(() -> x = value);
        }

        @Override
        public Point copy() {
            return new Point(x, y);
        }
    }

    @Mapped(table = "v")
    static class V {
        @Id
        Integer id;

        @Composite(columns = {"x1", "y1"})
        Point start;
    }

    private V v;

    @Override
    protected void steps() {
        step(() -> {
            v = with(new V(), made -> made.start = new Point(1, 2));
            s.add(v);
            s.commit();
        });
        step(() -> {
            v.start.x(9);
            return s.modifiedObjects().contains(v);
        });
        step(() -> {
            s.commit();
            return v.start.x;
        });
    }
}
