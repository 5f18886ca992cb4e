package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.relationship;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Viewonly with write cascades is refused. */
@ScenarioId("rel.viewonly-cascade-config-13")
final class RelViewonlyCascadeConfig13 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> {
            relationship(User.class).viewOnly().cascade(Cascade.ALL);
        });
        step(() -> {
            relationship(User.class).viewOnly().passiveDeletes();
        });
        step(() -> {
            relationship(User.class).backPopulates("a").backref("b");
        });
    }
}
