package org.aludel.itests.corpus.orm.ident;

import java.util.List;
import java.util.Map;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Composite key get. */
@ScenarioId("ident.get.composite-02")
final class IdentGetComposite02 extends Scenario {

    @Mapped(table = "r")
    static class R {
        @Id
        Integer a;

        @Id
        Integer b;

        @Id
        String c;

        String v;
    }

    private R r;

    @Override
    protected void steps() {
        step(() -> {
            r = s.get(R.class, List.of(27, 3, "receipts"));
            return r.v;
        });
        step(() -> s.get(R.class, Map.of("c", "receipts", "a", 27, "b", 3)) == r);
        step(() -> s.get(R.class, List.of(27, 3)));
        step(() -> s.get(R.class, Map.of("a", 27, "b", 3)));
        step(() -> s.get(R.class, list(27, 3, null)));
    }
}
