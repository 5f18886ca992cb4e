package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Unresolvable name. */
@ScenarioId("rel.late-unknown-08")
final class RelLateUnknown08 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Relationship
        List<Adress> addresses = new ArrayList<>();
    }

    /** Not mapped. */
    static class Adress {}

    @Override
    protected Session open() {
        return null;
    }

    @Override
    protected void steps() {
        step(() -> {
            factory(b -> b.map(nested()));
        });
        step(() -> new User());
    }
}
