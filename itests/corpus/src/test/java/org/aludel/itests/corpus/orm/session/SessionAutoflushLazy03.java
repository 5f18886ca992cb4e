package org.aludel.itests.corpus.orm.session;

import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Which operations autoflush. */
@ScenarioId("session.autoflush-lazy-03")
final class SessionAutoflushLazy03 extends Scenario {

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

    private User u7;
    private User u8;

    @Override
    protected void steps() {
        step(() -> {
            u7 = s.get(User.class, 7);
            u8 = s.get(User.class, 8);
            u7.name = "a";
            return s.get(User.class, 8);
        });
        step(() -> u8.addresses.size());
        step(() -> {
            u7.name = "b";
            return s.execute(select(SessionAutoflushLazy03_User_.id).where(SessionAutoflushLazy03_User_.id.eq(7)))
                    .scalar();
        });
        step(() -> {
            u7.name = "c";
            return s.execute(text("select count(*) from users")).scalar();
        });
        step(() -> {
            u7.name = "d";
            s.expire(u8);
            return u8.name;
        });
        step(() -> s.commit());
    }
}
