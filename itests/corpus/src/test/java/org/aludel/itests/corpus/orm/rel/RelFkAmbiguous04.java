package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Two foreign keys to one table need foreign_keys. */
@ScenarioId("rel.fk-ambiguous-04")
final class RelFkAmbiguous04 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Relationship
        List<Message> messages = new ArrayList<>();
    }

    @Mapped(table = "messages")
    static class Message {
        @Id
        Integer id;

        @References("users.id")
        Integer from_id;

        @References("users.id")
        Integer to_id;
    }

    @Override
    protected Session open() {
        return null;
    }

    @Override
    protected void steps() {
        step(() -> {
            factory(b -> b.map(nested()));
        });
    }
}
