package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** The five object states. */
@ScenarioId("ident.states-16")
final class IdentStates16 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "a");
            return list(st(u), s.contains(u));
        });
        step(() -> {
            s.add(u);
            return list(st(u), s.contains(u));
        });
        step(() -> {
            s.flush();
            return st(u);
        });
        step(() -> {
            s.delete(u);
            return list(st(u), s.deletedObjects().contains(u));
        });
        step(() -> {
            s.flush();
            return list(st(u), s.contains(u), st(u).equals("deleted"));
        });
        step(() -> {
            s.commit();
            return list(st(u), wasDeleted(u));
        });
        step(() -> {
            s.makeTransient(u);
            return list(st(u), u.id);
        });
    }
}
