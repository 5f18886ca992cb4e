package org.aludel.itests.corpus.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** No lazy load for pending objects by default, after flush it loads. */
@ScenarioId("load.lazy.pending-06")
final class LoadLazyPending06 extends Scenario {

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

    private Address a;

    @Override
    protected void steps() {
        step(() -> {
            a = with(new Address(), x1 -> x1.user_id = 7);
            s.add(a);
            s.autoflush(false);
            return a.user;
        });
        step(() -> {
            s.flush();
            return a.user;
        });
        step(() -> {
            s.expire(a, "user");
            return a.user.name;
        });
    }
}
