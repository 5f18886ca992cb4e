package org.aludel.itests.corpus.orm.ident;

import static org.aludel.sql.Sql.select;

import org.aludel.engine.Row;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.IdentityKey;
import org.aludel.orm.Mapped;

/** Identity keys. */
@ScenarioId("ident.map.keys-11")
final class IdentMapKeys11 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private IdentityKey k;
    private Row row;
    private User n;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            k = IdentityKey.of(User.class, 7);
            return list(k.type() == User.class, k.values(), k.equals(s.identityKey(u)), s.contains(k), s.contains(u));
        });
        step(() -> s.contains(IdentityKey.of(User.class, 99)));
        step(() ->
                list(s.identityKey(u).equals(k), identity(u), s.identityKey(u).values()));
        step(() -> {
            row = s.execute(select(IdentMapKeys11_User_.id, IdentMapKeys11_User_.name)
                            .where(IdentMapKeys11_User_.id.eq(8)))
                    .first();
            return s.identityKey(User.class, row).equals(IdentityKey.of(User.class, 8));
        });
        step(() -> {
            n = new User();
            return list(s.identityKey(n), list(n.id));
        });
    }
}
