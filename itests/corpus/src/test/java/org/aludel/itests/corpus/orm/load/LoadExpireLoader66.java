package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.selectinLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Relations loaded eagerly at first are loaded lazily after expiry of the attribute alone. */
@ScenarioId("load.expire-loader-66")
final class LoadExpireLoader66 extends Scenario {

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

    @Override
    protected void steps() {
        step(() -> {
            u = s.query(User.class)
                    .options(selectinLoad(LoadExpireLoader66_User_.addresses))
                    .filter(LoadExpireLoader66_User_.id.eq(8))
                    .one();
            s.expire(u, "addresses");
            return u.addresses.size();
        });
        step(() -> {
            s.expire(u);
            return u.name;
        });
        step(() -> loaded(u));
    }
}
