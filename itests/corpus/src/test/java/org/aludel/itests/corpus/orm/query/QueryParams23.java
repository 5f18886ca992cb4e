package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.bind;
import static org.aludel.sql.Sql.params;
import static org.aludel.sql.Sql.text;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.types.Types;

/** Bind parameters and text. */
@ScenarioId("query.params-23")
final class QueryParams23 extends Scenario {

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
                .filter(QueryParams23_User_.name.eq(bind("n", Types.TEXT)))
                .params("n", "ed")
                .one()
                .id);
        step(() -> s.query(User.class)
                .filter(text("id < :max and name != :no"))
                .params(params("max", 9, "no", "jack"))
                .orderBy(text("id"))
                .all());
        step(() -> s.query(text("id"), text("name"))
                .from(User.class)
                .filter(text("name='ed'"))
                .all());
        step(() -> s.query(User.class)
                .filter(QueryParams23_User_.name.eq(bind("n", Types.TEXT)))
                .all());
    }
}
