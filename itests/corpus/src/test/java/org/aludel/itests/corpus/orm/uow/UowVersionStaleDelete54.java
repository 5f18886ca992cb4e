package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.text;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Version;

/** A versioned DELETE which matches no row. */
@ScenarioId("uow.version.stale-delete-54")
final class UowVersionStaleDelete54 extends Scenario {

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
    private Object r;

    @Override
    protected void steps() {
        step(() -> {
            t = s.get(T.class, 1);
            r = s.execute(text("UPDATE t SET version_id=9 WHERE id=1"));
            s.delete(t);
        });
        step(() -> s.flush());
    }
}
