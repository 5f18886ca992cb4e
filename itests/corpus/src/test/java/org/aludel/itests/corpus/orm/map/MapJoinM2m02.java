package org.aludel.itests.corpus.orm.map;

import static org.aludel.orm.Orm.columnProperty;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.STRING;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Join;

/** A class mapped to a join of three tables. */
@Instrument({MapJoinM2m02.KeywordUser.class})
@ScenarioId("map.join-m2m-02")
final class MapJoinM2m02 extends Scenario {

    static class KeywordUser {
        Integer user_id;
        Integer keyword_id;
        String user_name;
        String name;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        Table users = tables.table("users", column("user_id", INTEGER).primaryKey(), column("user_name", STRING));
        Table keywords = tables.table("keywords", column("keyword_id", INTEGER).primaryKey(), column("name", STRING));
        Table between = tables.table(
                "userkeywords",
                column("user_id", INTEGER).references("users.user_id"),
                column("keyword_id", INTEGER).references("keywords.keyword_id"));
        Join all = users.join(between, users.<Integer>c("user_id").eq(between.<Integer>c("user_id")))
                .join(keywords, between.<Integer>c("keyword_id").eq(keywords.<Integer>c("keyword_id")));
        model.with(new Mappings()
                .map(
                        KeywordUser.class,
                        all,
                        m -> m.property("user_id", columnProperty(users.c("user_id"), between.c("user_id")))
                                .property(
                                        "keyword_id",
                                        columnProperty(keywords.c("keyword_id"), between.c("keyword_id")))));
    }

    @Override
    protected void steps() {
        step(() -> s
                .query(KeywordUser.class)
                .orderBy(MapJoinM2m02_KeywordUser_.user_id, MapJoinM2m02_KeywordUser_.keyword_id)
                .all()
                .stream()
                .map(k -> list(k.user_name, k.name, identity(k)))
                .toList());
    }
}
