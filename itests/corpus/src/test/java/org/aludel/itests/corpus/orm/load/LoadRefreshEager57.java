package org.aludel.itests.corpus.orm.load;

import static org.aludel.sql.Sql.text;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Refresh of an object applies mapper-level eager loads. */
@ScenarioId("load.refresh-eager-57")
final class LoadRefreshEager57 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(load = LoadStrategy.JOINED, orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            s.execute(text("DELETE FROM addresses WHERE id=3"));
            s.refresh(u);
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> {
            s.expire(u);
            return u.name;
        });
        step(() -> u.addresses.size());
    }
}
