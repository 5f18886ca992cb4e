package org.aludel.itests.corpus.orm.event;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Order of events for several objects. */
@ScenarioId("event.mapper-order-06")
final class EventMapperOrder06 extends Scenario {
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

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.on(
                BeforeInsert.class,
                e -> log("before_insert", e.target().getClass().getSimpleName(), id(e.target())));
        model.on(
                AfterInsert.class,
                e -> log("after_insert", e.target().getClass().getSimpleName(), id(e.target())));
    }

    private static Integer id(Object target) {
        return target instanceof User user ? user.id : ((Address) target).id;
    }

    @Override
    protected void steps() {
        step(() -> {
            s.add(with(new User(), x1 -> {
                x1.name = "a";
                x1.addresses = new ArrayList<>(
                        List.of(with(new Address(), x2 -> x2.email = "1"), with(new Address(), x2 -> x2.email = "2")));
            }));
            s.add(with(new User(), x1 -> x1.name = "b"));
            s.flush();
        });
    }
}
