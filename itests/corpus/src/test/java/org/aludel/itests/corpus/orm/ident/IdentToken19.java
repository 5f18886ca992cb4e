package org.aludel.itests.corpus.orm.ident;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.IdentityKey;
import org.aludel.orm.Mapped;

/** Identity_token as third element. */
@ScenarioId("ident.token-19")
final class IdentToken19 extends Scenario {

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
            u = s.get(User.class, 7);
            return list(s.identityKey(u).token(), s.shardOf(u), IdentityKey.class.getRecordComponents().length);
        });
        step(() -> IdentityKey.of(User.class, 7).in("asia").token());
        step(() -> {
            IdentityKey asia = IdentityKey.of(User.class, 7).in("asia");
            return list(asia.equals(IdentityKey.of(User.class, 7)), s.contains(asia));
        });
    }
}
