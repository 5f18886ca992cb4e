package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.text;

import java.util.Map;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Query.get ignores criteria; get on a filtered query is refused. */
@ScenarioId("query.from-statement-options-31")
final class QueryFromStatementOptions31 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;
    }

    @Override
    protected void steps() {
        step(() -> s.query(User.class)
                .filter(QueryFromStatementOptions31_User_.id.eq(7))
                .get(7));
        step(() -> s.query(User.class)
                .filter(QueryFromStatementOptions31_User_.id.eq(7))
                .fromStatement(text("select * from users")));
        step(() -> s.query(User.class).limit(3).update(Map.of("name", "x")));
        step(() -> s.query(User.class)
                .orderBy(QueryFromStatementOptions31_User_.id)
                .delete());
    }
}
