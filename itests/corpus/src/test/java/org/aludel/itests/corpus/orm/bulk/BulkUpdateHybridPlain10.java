package org.aludel.itests.corpus.orm.bulk;

import static org.aludel.orm.Orm.hybrid;
import static org.aludel.orm.Orm.set;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Hybrid;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Hybrid that is one column. */
@ScenarioId("bulk.update-hybrid-plain-10")
final class BulkUpdateHybridPlain10 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        @Col(name = "x")
        Integer _x;

        static final Hybrid<T, Integer> X =
                hybrid(T.class, t -> t._x, columns -> columns.get(BulkUpdateHybridPlain10_T_._x));
    }

    private T t;

    @Override
    protected void steps() {
        step(() -> {
            t = s.get(T.class, 1);
            return s.query(T.class).update(set(T.X, T.X.plus(5)));
        });
        step(() -> T.X.get(t));
        step(() -> s.commit());
    }
}
