package org.aludel.itests.corpus.orm.session;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Merge of transient objects: without and with a key, present or not. */
@ScenarioId("session.merge-new-26")
final class SessionMergeNew26 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User a;
    private User b;
    private User c;

    @Override
    protected void steps() {
        step(() -> {
            a = s.merge(with(new User(), x1 -> x1.name = "nokey"));
            return list(st(a), a.id);
        });
        step(() -> {
            b = s.merge(with(new User(), x1 -> {
                x1.id = 7;
                x1.name = "from transient";
            }));
            return list(st(b), b.name, b.password);
        });
        step(() -> {
            c = s.merge(with(new User(), x1 -> {
                x1.id = 500;
                x1.name = "key not in database";
            }));
            return st(c);
        });
        step(() -> s.commit());
    }
}
