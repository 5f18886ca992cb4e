package org.aludel.itests.corpus.orm.load;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Many-to-one to a non-primary-key column can not use get(). */
@ScenarioId("load.lazy.nonpk-04")
final class LoadLazyNonpk04 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        @Col(unique = true)
        String code;
    }

    @Mapped(table = "items")
    static class Item {
        @Id
        Integer id;

        @References("users.code")
        String user_code;

        @Relationship
        User user;
    }

    private User u;
    private Item i;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 1);
            i = s.get(Item.class, 1);
            return i.user == u;
        });
    }
}
