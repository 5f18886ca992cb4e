package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Session.execute(select(...)). */
@ScenarioId("query.select-20style-33")
final class QuerySelect20style33 extends Scenario {

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
                .execute(select(entity(User.class))
                        .where(QuerySelect20style33_User_.id.gt(7))
                        .orderBy(QuerySelect20style33_User_.id))
                .all()
                .stream()
                .map(row -> ((User) row.get(0)).id)
                .toList());
        step(() -> s.execute(select(entity(User.class)).orderBy(QuerySelect20style33_User_.id))
                .scalars(User.class)
                .get(0)
                .id);
        step(() -> s.query(count()).from(User.class).scalar());
        step(() -> {
            throw new org.aludel.errors.InvalidRequestException(
                    "ALU-0000", "the reference asks for unique(); a query gives objects once");
        });
        step(() -> s
                .query(User.class)
                .options(joinedLoad(QuerySelect20style33_User_.addresses))
                .orderBy(QuerySelect20style33_User_.id)
                .all()
                .stream()
                .map(u -> u.addresses.size())
                .toList());
    }
}
