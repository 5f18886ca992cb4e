package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.text;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Version;

/** An UPDATE which matches no row raises StaleDataError and rolls back. */
@ScenarioId("uow.version.stale-update-53")
final class UowVersionStaleUpdate53 extends Scenario {

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
            return t.value;
        });
        step(() -> {
            r = s.execute(text("UPDATE t SET version_id=9 WHERE id=1"));
            t.value = "mine";
        });
        step(() -> s.flush());
        step(() -> {
            s.rollback();
            return list(t.value, t.version_id);
        });
    }
}
