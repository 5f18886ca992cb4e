package org.aludel.itests.corpus.orm.event;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.BeforeFlush;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Before_flush may add and change objects. */
@ScenarioId("event.before-flush-changes-09")
final class EventBeforeFlushChanges09 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship
        User user;
    }

    @Mapped(table = "audit")
    static class Audit {
        @Id
        Integer id;

        String what;
    }

    @Override
    protected void steps() {
        step(() -> {
            s.on(BeforeFlush.class, e -> {
                for (Object o : e.session().newObjects()) {
                    if (o instanceof User user) {
                        e.session().add(with(new Audit(), x1 -> x1.what = "new " + user.name));
                    }
                }
                for (Object o : e.session().deletedObjects()) {
                    e.session().add(with(new Audit(), x1 -> x1.what = "deleted"));
                }
            });
        });
        step(() -> {
            s.add(with(new User(), x1 -> x1.name = "a"));
            s.commit();
        });
        step(() -> {
            s.delete(s.get(User.class, 1));
            s.commit();
        });
        step(() -> s.query(Audit.class).orderBy(EventBeforeFlushChanges09_Audit_.id).all().stream()
                .map(a -> a.what)
                .toList());
    }
}
