package org.aludel.itests.corpus.orm.query;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Joining for a property of a related class. */
@ScenarioId("query.filter-by-join-03")
final class QueryFilterByJoin03 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(orderBy = "address_id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer address_id;

        @References("users.user_id")
        Integer user_id;

        String street;
        String city;
        String state;
        String zip;
    }

    @Override
    protected void steps() {
        step(() -> s
                .query(User.class)
                .join(QueryFilterByJoin03_User_.addresses)
                .filterBy("street", "123 Green Street")
                .orderBy(QueryFilterByJoin03_User_.user_id)
                .all()
                .stream()
                .map(u -> u.user_id)
                .toList());
        step(() -> s
                .query(User.class)
                .filter(QueryFilterByJoin03_User_.user_id.eq(QueryFilterByJoin03_Address_.user_id))
                .filter(QueryFilterByJoin03_Address_.street.eq("123 Green Street"))
                .orderBy(QueryFilterByJoin03_User_.user_id)
                .all()
                .stream()
                .map(u -> u.user_id)
                .toList());
    }
}
