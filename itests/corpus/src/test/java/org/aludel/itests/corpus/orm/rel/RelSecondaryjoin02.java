package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Many-to-many with explicit joins on plain columns without ForeignKey. */
@ScenarioId("rel.secondaryjoin-02")
final class RelSecondaryjoin02 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        @Relationship(secondary = "userkeywords", orderBy = "keyword_id")
        List<Keyword> keywords = new ArrayList<>();
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer keyword_id;

        String name;
    }

    private User u;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        Table between = tables.table("userkeywords", column("user_id", INTEGER), column("keyword_id", INTEGER));
        Column<Integer> user = between.c("user_id", Integer.class);
        Column<Integer> keyword = between.c("keyword_id", Integer.class);
        model.metaData(tables)
                .map(nested())
                .configure(
                        User.class,
                        m -> m.property(
                                "keywords",
                                relationship(Keyword.class)
                                        .secondary(between)
                                        .primaryJoin(RelSecondaryjoin02_User_.user_id.eq(user))
                                        .secondaryJoin(keyword.eq(RelSecondaryjoin02_Keyword_.keyword_id))
                                        .foreignKey(user, keyword)
                                        .orderBy("keyword_id")));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = with(
                    new User(),
                    x1 -> x1.keywords = new ArrayList<>(List.of(
                            with(new Keyword(), x2 -> x2.name = "a"), with(new Keyword(), x2 -> x2.name = "b"))));
            s.add(u);
            s.commit();
        });
        step(() -> u.keywords.stream().map(k -> k.name).toList());
        step(() -> s.query(User.class)
                .filter(RelSecondaryjoin02_User_.keywords.any(RelSecondaryjoin02_Keyword_.name.eq("b")))
                .count());
    }
}
