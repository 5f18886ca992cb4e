package org.aludel.itests.corpus.orm.load;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Joined eager many-to-many and criterion on keywords. */
@ScenarioId("load.joined.m2m-15")
final class LoadJoinedM2m15 extends Scenario {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer article_id;

        String headline;
        String body;

        @Relationship(secondary = "article_keywords", orderBy = "keyword_id", load = LoadStrategy.JOINED)
        List<Keyword> keywords = new ArrayList<>();
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer keyword_id;

        String name;
    }

    private List<Article> articles;

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
            articles = s.query(Article.class)
                    .join(LoadJoinedM2m15_Article_.keywords)
                    .filter(LoadJoinedM2m15_Keyword_.name.eq("entertainment"))
                    .orderBy(LoadJoinedM2m15_Article_.article_id)
                    .all();
            return articles.stream()
                    .map(a -> a.keywords.stream().map(k -> k.name).toList())
                    .toList();
        });
    }
}
