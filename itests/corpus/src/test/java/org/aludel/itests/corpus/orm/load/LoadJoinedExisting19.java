package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.sql.Sql.text;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Eager loading does not overwrite a collection which is already loaded. */
@ScenarioId("load.joined.existing-19")
final class LoadJoinedExisting19 extends Scenario {

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
    private List<Integer> first;
    private User u2;
    private User u3;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            first = u.addresses.stream().map(a -> a.id).toList();
            s.execute(text("INSERT INTO addresses (id, user_id, email) VALUES (20, 8, 'sneaked in')"));
            u2 = s.query(User.class)
                    .options(joinedLoad(LoadJoinedExisting19_User_.addresses))
                    .filter(LoadJoinedExisting19_User_.id.eq(8))
                    .one();
            return list(first, u2.addresses.stream().map(a -> a.id).toList(), u2 == u);
        });
        step(() -> {
            u3 = s.query(User.class)
                    .populateExisting()
                    .options(joinedLoad(LoadJoinedExisting19_User_.addresses))
                    .filter(LoadJoinedExisting19_User_.id.eq(8))
                    .one();
            return u3.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> s.rollback());
    }
}
