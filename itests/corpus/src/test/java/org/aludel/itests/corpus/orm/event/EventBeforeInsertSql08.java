package org.aludel.itests.corpus.orm.event;

import static org.aludel.sql.Sql.text;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.AfterInsert;
import org.aludel.orm.EventFilter;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Using the connection in a mapper event. */
@ScenarioId("event.before-insert-sql-08")
final class EventBeforeInsertSql08 extends Scenario {
    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        Integer address_count = 0;
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
                AfterInsert.class,
                EventFilter.of(Address.class),
                e -> e.connection()
                        .execute(text("UPDATE users SET address_count = address_count + 1 WHERE id = "
                                + ((Address) e.target()).user_id)));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> {
                x1.name = "u";
                x1.addresses = new ArrayList<>(
                        List.of(with(new Address(), x2 -> x2.email = "1"), with(new Address(), x2 -> x2.email = "2")));
            });
            s.add(u);
            s.commit();
            return u.address_count;
        });
    }
}
