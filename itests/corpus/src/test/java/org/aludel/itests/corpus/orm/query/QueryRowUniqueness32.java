package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Entity None in outer joins and multi entity rows. */
@ScenarioId("query.row-uniqueness-32")
final class QueryRowUniqueness32 extends Scenario {

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
        step(() -> s
                .query(entity(User.class), entity(Address.class))
                .outerJoin(QueryRowUniqueness32_User_.addresses)
                .filter(QueryRowUniqueness32_User_.id.in(7, 10))
                .orderBy(QueryRowUniqueness32_User_.id)
                .all()
                .stream()
                .map(r -> list(((User) r.get(0)).id, r.get(1)))
                .toList());
        step(() -> s.query(entity(User.class), entity(User.class))
                .filter(QueryRowUniqueness32_User_.id.eq(7))
                .all());
        step(() -> s.query(entity(Address.class), entity(User.class))
                .outerJoin(QueryRowUniqueness32_Address_.user)
                .filter(QueryRowUniqueness32_Address_.id.eq(1))
                .one());
    }
}
