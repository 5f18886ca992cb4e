package org.aludel.itests.corpus.orm.cascade;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.schema.ForeignKeyAction;

/** Passive_deletes=True relies on ON DELETE CASCADE for unloaded children. */
@ScenarioId("cascade.passive-deletes-15")
final class CascadePassiveDeletes15 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(
                passiveDeletes = true,
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References(value = "users.id", onDelete = ForeignKeyAction.CASCADE)
        Integer user_id;

        String email;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            s.delete(u);
            s.flush();
        });
        step(() -> s.commit());
        step(() -> {
            u = s.get(User.class, 7);
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> {
            s.delete(u);
            s.flush();
        });
        step(() -> s.commit());
    }
}
