package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Two foreign keys resolved by foreign_keys. */
@ScenarioId("rel.fk-explicit-05")
final class RelFkExplicit05 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Relationship(backref = "sender", foreignKey = "from_id", orderBy = "id")
        List<Message> sent = new ArrayList<>();

        @Relationship(backref = "recipient", foreignKey = "to_id", orderBy = "id")
        List<Message> received = new ArrayList<>();
    }

    @Mapped(table = "messages")
    static class Message {
        @Id
        Integer id;

        @References("users.id")
        Integer from_id;

        @References("users.id")
        Integer to_id;

        @Relationship(backref = "sent", foreignKey = "from_id")
        User sender;

        @Relationship(backref = "received", foreignKey = "to_id")
        User recipient;
    }

    private User a;
    private User b;
    private Message m;

    @Override
    protected void steps() {
        step(() -> {
            a = new User();
            b = new User();
            m = with(new Message(), x1 -> {
                x1.sender = a;
                x1.recipient = b;
            });
            s.add(m);
            s.flush();
            return list(m.from_id, m.to_id, a.sent.equals(list(m)), b.received.equals(list(m)), a.received);
        });
        step(() -> s.commit());
    }
}
