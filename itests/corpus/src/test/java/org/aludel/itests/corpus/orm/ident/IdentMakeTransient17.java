package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** An object without an identity inserts as new; one that is given an identity loads what it lacks. */
@ScenarioId("ident.make-transient-17")
final class IdentMakeTransient17 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @Col(length = 80)
        String password;
    }

    private User d;

    @Override
    protected void steps() {
        step(() -> {
            User u = s.get(User.class, 7);
            s.expunge(u);
            s.makeTransient(u);
            u.id = null;
            s.add(u);
            s.commit();
            return list(u.id, u.name);
        });
        step(() -> {
            d = with(new User(), x -> x.id = 8);
            sessions.makeDetached(d);
            s.add(d);
            return list(st(d), loaded(d));
        });
        step(() -> d.name);
    }
}
