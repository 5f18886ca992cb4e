package org.aludel.itests.corpus.orm.attr;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Expire of a pending object is refused; of a changed one discards changes. */
@ScenarioId("attr.expire-pending-22")
final class AttrExpirePending22 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;
    private User u;

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "n");
            s.add(n);
        });
        step(() -> s.expire(n));
        step(() -> {
            s.expunge(n);
            u = s.get(User.class, 7);
            u.name = "changed";
            s.expire(u);
            return list(s.modifiedObjects().contains(u), u.name);
        });
    }
}
