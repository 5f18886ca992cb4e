package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Unreferenced clean objects leave the map, changed ones are held. */
@ScenarioId("ident.map.weak-12")
final class IdentMapWeak12 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;

    private static void collect() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            return idmap().size();
        });
        step(() -> {
            u = null;
            collect();
            return idmap().size();
        });
        step(() -> {
            u = s.get(User.class, 8);
            u.name = "changed";
            u = null;
            collect();
            return list(idmap().size(), s.modifiedObjects().size());
        });
        step(() -> {
            s.flush();
            collect();
            return idmap().size();
        });
    }
}
