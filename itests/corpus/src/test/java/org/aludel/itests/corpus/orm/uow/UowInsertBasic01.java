package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

@ScenarioId("uow.insert.basic-01")
final class UowInsertBasic01 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @Col(length = 80)
        String password;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x -> {
                x.name = "jane";
                x.password = "hello123";
            });
            return list(st(u), u.id);
        });
        step(() -> {
            s.add(u);
            return list(st(u), sess());
        });
        step(() -> s.commit());
        step(() -> st(u));
        step(() -> list(u.id, u.name));
        step(() -> s.commit());
    }
}
