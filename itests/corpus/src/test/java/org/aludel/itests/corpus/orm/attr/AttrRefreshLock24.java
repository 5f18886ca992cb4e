package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.dialects.postgresql.PostgreSql;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.sql.LockMode;

/** Refresh with a lock. */
@ScenarioId("attr.refresh-lock-24")
final class AttrRefreshLock24 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private User u;
    private List<Object> q = new ArrayList<>();

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            s.on(
                    ExecuteStatement.class,
                    e -> q.add(PostgreSql.dialect().toSql(e.statement()).replace("?", "%(pk_1)s")));
            s.refresh(u, LockMode.UPDATE);
            s.refresh(u, LockMode.SHARE);
            s.refresh(u, LockMode.UPDATE.withNowait().of(s.factory().metaData().find("users")));
            return q;
        });
    }
}
