package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;
import static org.aludel.sql.Sql.literal;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Count of different queries. */
@ScenarioId("query.count-exists-20")
final class QueryCountExists20 extends Scenario {

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
    protected void steps() {
        step(() -> s.query(User.class).count());
        step(() -> s.query(User.class)
                .filter(QueryCountExists20_User_.name.like("%e%"))
                .count());
        step(() -> s.query(User.class)
                .orderBy(QueryCountExists20_User_.id)
                .limit(2)
                .count());
        step(() -> s.query(entity(User.class), entity(Address.class))
                .join(QueryCountExists20_User_.addresses)
                .count());
        step(() -> s.query(QueryCountExists20_User_.name).distinct().count());
        step(() -> s.query(s.query(User.class).filterBy("name", "ed").asCondition())
                .scalar());
        step(() -> s.query(literal(true))
                .filter(s.query(User.class).filterBy("name", "zz").asCondition())
                .scalar());
    }
}
