package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.asc;
import static org.aludel.sql.Sql.desc;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Order_by forms. */
@ScenarioId("query.order-24")
final class QueryOrder24 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> s.query(User.class).orderBy(QueryOrder24_User_.name).all().stream()
                .map(u -> u.id)
                .toList());
        step(() -> s.query(User.class).orderBy(desc(QueryOrder24_User_.name), QueryOrder24_User_.id).all().stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .orderBy(QueryOrder24_User_.password.desc().nullsLast(), asc(QueryOrder24_User_.id))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> list(
                s.query(User.class)
                        .orderBy(QueryOrder24_User_.name)
                        .clearOrderBy()
                        .toSql(),
                s.query(User.class)
                        .orderBy(QueryOrder24_User_.name)
                        .orderBy(QueryOrder24_User_.id)
                        .toSql()));
        step(() -> s.query(QueryOrder24_User_.id.label("x")).orderBy("x").all().stream()
                .map(v -> list(v))
                .toList());
    }
}
