package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.selectinLoad;
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
import org.aludel.schema.MetaData;

/** Selectinload of a many-to-many. */
@ScenarioId("load.selectin-m2m-29")
final class LoadSelectinM2m29 extends Scenario {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer article_id;

        String headline;
        String body;

        @Relationship(secondary = "article_keywords", orderBy = "keyword_id")
        List<Keyword> keywords = new ArrayList<>();
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer keyword_id;

        String name;
    }

    private List<Article> l;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "article_keywords",
                column("article_id", INTEGER).references("articles.article_id").primaryKey(),
                column("keyword_id", INTEGER).references("keywords.keyword_id").primaryKey());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            l = s.query(Article.class)
                    .options(selectinLoad(LoadSelectinM2m29_Article_.keywords))
                    .orderBy(LoadSelectinM2m29_Article_.article_id)
                    .all();
            return l.stream()
                    .map(a -> a.keywords.stream().map(k -> k.name).toList())
                    .toList();
        });
    }
}
