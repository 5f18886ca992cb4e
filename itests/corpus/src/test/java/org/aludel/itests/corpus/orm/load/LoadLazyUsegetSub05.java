package org.aludel.itests.corpus.orm.load;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Many-to-one to a joined-inheritance subclass. */
@ScenarioId("load.lazy.useget-sub-05")
final class LoadLazyUsegetSub05 extends Scenario {

    @Mapped(table = "base", discriminator = "type", identity = "base")
    static class Base_ {
        @Id
        Integer id;

        String type;
    }

    @Mapped(table = "sub", identity = "sub")
    static class Sub extends Base_ {
        String data;
    }

    @Mapped(table = "related")
    static class Related {
        @Id
        Integer id;

        @References("sub.id")
        Integer sub_id;

        @Relationship
        Sub sub;
    }

    private Sub sub;
    private Related r;

    @Override
    protected void steps() {
        step(() -> {
            sub = s.get(Sub.class, 1);
            r = s.get(Related.class, 1);
            return r.sub == sub;
        });
        step(() -> {
            s.clear();
            r = s.get(Related.class, 1);
            return r.sub.data;
        });
    }
}
