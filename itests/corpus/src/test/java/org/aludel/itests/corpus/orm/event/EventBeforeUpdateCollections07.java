package org.aludel.itests.corpus.orm.event;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Before_update for collection-only changes. */
@ScenarioId("event.before-update-collections-07")
final class EventBeforeUpdateCollections07 extends Scenario {
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

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(
                BeforeUpdate.class,
                EventFilter.of(User.class),
                e -> log(
                        "before_update",
                        ((User) e.target()).id,
                        e.session().isModified(e.target(), false) ? "True" : "False"));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.addresses.add(with(new Address(), x1 -> x1.email = "n"));
            s.flush();
        });
        step(() -> {
            u.name = "x";
            s.flush();
        });
    }
}
