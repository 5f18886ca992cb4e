package org.aludel.itests.corpus.orm.query;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Empty IN with NULL rows. */
@ScenarioId("query.null-in-26")
final class QueryNullIn26 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> list(
                s.query(User.class)
                        .filter(QueryNullIn26_User_.password.in(List.of()))
                        .count(),
                s.query(User.class)
                        .filter(QueryNullIn26_User_.password.notIn(List.of()))
                        .count()));
    }
}
