package org.aludel.itests.corpus.orm.bulk;

import static org.aludel.orm.Orm.set;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Version;

/** Bulk UPDATE of a versioned class. */
@ScenarioId("bulk.versioned-15")
final class BulkVersioned15 extends Scenario {

    @Mapped(table = "t")
    static class T {
        @Id
        Integer id;

        @Version
        @Col(nullable = false)
        Integer version_id;

        String value;
    }

    private T t;

    @Override
    protected void steps() {
        step(() -> {
            t = s.get(T.class, 1);
            return s.query(T.class).filter(BulkVersioned15_T_.id.eq(1)).update(set(BulkVersioned15_T_.value, "bulk"));
        });
        step(() -> {
            t.value = "next";
            s.flush();
        });
        step(() -> s.commit());
    }
}
