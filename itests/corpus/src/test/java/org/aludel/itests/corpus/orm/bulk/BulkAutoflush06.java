package org.aludel.itests.corpus.orm.bulk;

import static org.aludel.orm.Orm.set;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.BeforeDelete;
import org.aludel.orm.BeforeUpdate;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;

/** Bulk operations autoflush first and do not run unit-of-work events or cascades. */
@ScenarioId("bulk.autoflush-06")
final class BulkAutoflush06 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
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
    protected Session open() {
        Session session = super.open();
        sessions.on(BeforeUpdate.class, e -> log("before_update", ((User) e.target()).id));
        sessions.on(BeforeDelete.class, e -> log("before_delete", ((User) e.target()).id));
        return session;
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            u.name = "pending change";
            return s.query(User.class)
                    .filter(BulkAutoflush06_User_.name.eq("pending change"))
                    .update(set(BulkAutoflush06_User_.password, "q"));
        });
        step(() -> s.query(User.class).filter(BulkAutoflush06_User_.id.eq(10)).delete());
        step(() -> s.commit());
    }
}
