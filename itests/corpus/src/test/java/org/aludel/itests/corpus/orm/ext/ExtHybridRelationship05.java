package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.hybrid;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.select;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.Hybrid;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Hybrid using a related object. */
@ScenarioId("ext.hybrid.relationship-05")
final class ExtHybridRelationship05 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        static final Hybrid<User, String> FIRST_EMAIL = hybrid(
                User.class,
                user -> user.addresses.isEmpty() ? null : user.addresses.get(0).email,
                columns -> select(min(ExtHybridRelationship05_Address_.email))
                        .where(ExtHybridRelationship05_Address_.user_id.eq(
                                columns.get(ExtHybridRelationship05_User_.id)))
                        .scalarSubquery());
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

    private Alias<User> ua;

    @Override
    protected void steps() {
        step(() -> User.FIRST_EMAIL.get(s.get(User.class, 8)));
        step(() -> s.query(ExtHybridRelationship05_User_.id, User.FIRST_EMAIL)
                .orderBy(ExtHybridRelationship05_User_.id)
                .all());
        step(() -> {
            ua = aliased(User.class);
            return s
                    .query(ua.get(ExtHybridRelationship05_User_.id))
                    .filter(ua.get(User.FIRST_EMAIL).eq("fred@fred.com"))
                    .all()
                    .stream()
                    .map(id -> list(id))
                    .toList();
        });
    }
}
