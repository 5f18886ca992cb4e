package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.History;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** History of an unloaded collection and scalar with and without loading. */
@ScenarioId("attr.set-history-load-35")
final class AttrSetHistoryLoad35 extends Scenario {

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
    private History<Object> h;

    /** The recorded form of a list without values, which is not told from none. */
    private static Object orNull(List<Object> values) {
        return values.isEmpty() ? null : values;
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            h = s.history(u, "addresses", false);
            return list(orNull(h.added()), orNull(h.unchanged()), orNull(h.deleted()));
        });
        step(() -> {
            h = s.history(u, "addresses", true);
            return h.unchanged().stream().map(a -> ((Address) a).id).toList();
        });
        step(() -> {
            s.expire(u);
            return list(
                    orNull(s.history(u, "name", false).unchanged()),
                    s.history(u, "name", true).unchanged());
        });
    }
}
