package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.tuple;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Tuple IN; combined criteria inside any and has. */
@ScenarioId("query.tuple-in-36")
final class QueryTupleIn36 extends Scenario {

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
        step(() -> s.query(Address.class)
                .filter(tuple(QueryTupleIn36_Address_.user_id, QueryTupleIn36_Address_.email)
                        .in(list(8, "ed@wood.com"), list(9, "fred@fred.com")))
                .orderBy(QueryTupleIn36_Address_.id)
                .all());
        step(() -> s.query(User.class)
                .filter(QueryTupleIn36_User_.id.in(7, 8))
                .filter(QueryTupleIn36_User_.addresses.any(
                        and(QueryTupleIn36_Address_.email.like("%wood%"), QueryTupleIn36_Address_.user_id.eq(8))))
                .all());
        step(() -> s.query(Address.class)
                .filter(
                        QueryTupleIn36_Address_.user.has(QueryTupleIn36_User_.name.in("ed", "jack")),
                        QueryTupleIn36_Address_.email.like("%l%"))
                .orderBy(QueryTupleIn36_Address_.id)
                .all());
    }
}
