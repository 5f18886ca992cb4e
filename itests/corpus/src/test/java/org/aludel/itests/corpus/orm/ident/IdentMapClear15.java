package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Expunge_all forgets all objects. */
@ScenarioId("ident.map.clear-15")
final class IdentMapClear15 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private User n;
    private User u2;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            n = with(new User(), x1 -> x1.name = "pending");
            s.add(n);
            s.clear();
            return list(st(u), st(n), idmap().size(), sess());
        });
        step(() -> {
            u2 = s.get(User.class, 7);
            return list(u2 == u, u.name);
        });
    }
}
