package org.aludel.itests.corpus.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** One, one_or_none, first, scalar and their errors. */
@ScenarioId("query.single-results-19")
final class QuerySingleResults19 extends Scenario {

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
        step(() -> list(
                s.query(User.class).filterBy("name", "jack").one(),
                s.query(User.class).filterBy("name", "x").oneOrNone(),
                s.query(User.class).filterBy("name", "x").first(),
                s.query(QuerySingleResults19_User_.id).filterBy("name", "x").scalar()));
        step(() -> s.query(User.class).filterBy("name", "x").one());
        step(() ->
                s.query(User.class).filter(QuerySingleResults19_User_.id.gt(7)).one());
        step(() ->
                s.query(User.class).filter(QuerySingleResults19_User_.id.gt(7)).oneOrNone());
        step(() -> s.query(QuerySingleResults19_User_.id).scalar());
        step(() -> s.query(User.class)
                .join(QuerySingleResults19_User_.addresses)
                .filter(QuerySingleResults19_User_.id.eq(8))
                .one());
        step(() -> s.query(User.class)
                .orderBy(QuerySingleResults19_User_.id.desc())
                .first());
    }
}
