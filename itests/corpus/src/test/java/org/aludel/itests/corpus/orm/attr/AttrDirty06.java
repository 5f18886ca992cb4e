package org.aludel.itests.corpus.orm.attr;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** New, dirty, deleted sets. */
@ScenarioId("attr.dirty-06")
final class AttrDirty06 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User n;
    private User u7;
    private User u8;
    private User u9;

    @Override
    protected void steps() {
        step(() -> {
            n = with(new User(), x1 -> x1.name = "n");
            s.add(n);
            u7 = s.get(User.class, 7);
            u8 = s.get(User.class, 8);
            u9 = s.get(User.class, 9);
        });
        step(() -> {
            u7.name = "x";
            s.delete(u8);
            return sess();
        });
        step(() -> {
            u8.name = "also changed";
            return sess();
        });
        step(() -> {
            s.commit();
            return sess();
        });
    }
}
