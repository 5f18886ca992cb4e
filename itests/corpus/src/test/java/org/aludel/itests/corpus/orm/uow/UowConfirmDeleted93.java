package org.aludel.itests.corpus.orm.uow;

import static org.aludel.sql.Sql.text;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Confirm_deleted_rows=False silences the warning. */
@ScenarioId("uow.confirm-deleted-93")
final class UowConfirmDeleted93 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Configures
        static void configure(ClassMapping<User> mapping) {
            mapping.confirmDeletedRows(false);
        }
    }

    private User u;
    private Object r;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            r = s.execute(text("DELETE FROM users"));
            s.delete(u);
            s.flush();
        });
        step(() -> s.commit());
    }
}
