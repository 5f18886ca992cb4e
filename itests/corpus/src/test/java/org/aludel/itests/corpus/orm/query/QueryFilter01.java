package org.aludel.itests.corpus.orm.query;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;

/** Generative filter and order_by, original unchanged. */
@ScenarioId("query.filter-01")
final class QueryFilter01 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    private Query<User> query;
    private Query<User> q2;

    @Override
    protected void steps() {
        step(() -> {
            query = s.query(User.class);
            Query<User> q1 = query.filter(QueryFilter01_User_.name.eq("jack"));
            q2 = q1.orderBy(QueryFilter01_User_.password);
            return list(query, q1, q2).stream()
                    .map(q -> ((Query<?>) q).toSql().replace("?", ":name_1"))
                    .toList();
        });
        step(() -> q2.all().stream().map(u -> u.name).toList());
        step(() -> query
                .filter(QueryFilter01_User_.name.ne("jack"))
                .filter(QueryFilter01_User_.password.isNotNull())
                .orderBy(QueryFilter01_User_.name)
                .all()
                .stream()
                .map(u -> u.name)
                .toList());
        step(() -> query.filter(QueryFilter01_User_.name.eq("ed"), QueryFilter01_User_.password.eq("y")).all().stream()
                .map(u -> u.name)
                .toList());
    }
}
