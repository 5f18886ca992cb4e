package org.aludel.itests.corpus.orm.event;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterAttach;
import org.aludel.orm.BeforeAttach;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Before_attach and after_attach. */
@ScenarioId("event.attach-17")
final class EventAttach17 extends Scenario {

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

    private User u;

    private static String in(Session session, Object object) {
        return session.contains(object) ? "True" : "False";
    }

    @Override
    protected void steps() {
        step(() -> {
            s.on(
                    BeforeAttach.class,
                    e -> log("before_attach", e.target().getClass().getSimpleName(), in(e.session(), e.target())));
            s.on(
                    AfterAttach.class,
                    e -> log("after_attach", e.target().getClass().getSimpleName(), in(e.session(), e.target())));
            u = with(new User(), x1 -> x1.addresses = new ArrayList<>(List.of(new Address())));
            s.add(u);
        });
    }
}
