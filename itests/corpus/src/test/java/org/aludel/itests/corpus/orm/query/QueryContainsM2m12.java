package org.aludel.itests.corpus.orm.query;

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

/** Contains() on many-to-many, also several at once and negated. */
@ScenarioId("query.contains-m2m-12")
final class QueryContainsM2m12 extends Scenario {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer article_id;

        String headline;
        String body;

        @Relationship(backref = "articles", secondary = "article_keywords", orderBy = "keyword_id")
        List<Keyword> keywords = new ArrayList<>();
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer keyword_id;

        String name;

        @Relationship
        List<Article> articles = new ArrayList<>();
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "article_keywords",
                column("article_id", INTEGER).references("articles.article_id").primaryKey(),
                column("keyword_id", INTEGER).references("keywords.keyword_id").primaryKey());
        model.metaData(tables).map(nested());
    }

    private Keyword k1;
    private Keyword k2;
    private Keyword k3;

    @Override
    protected void steps() {
        step(() -> {
            List<Keyword> rows = s.query(Keyword.class)
                    .orderBy(QueryContainsM2m12_Keyword_.keyword_id)
                    .all();
            k1 = rows.get(0);
            k2 = rows.get(1);
            k3 = rows.get(2);
            return s
                    .query(Article.class)
                    .filter(QueryContainsM2m12_Article_.keywords.contains(k2))
                    .orderBy(QueryContainsM2m12_Article_.article_id)
                    .all()
                    .stream()
                    .map(a -> a.article_id)
                    .toList();
        });
        step(() -> s
                .query(Article.class)
                .filter(
                        QueryContainsM2m12_Article_.keywords.contains(k1),
                        QueryContainsM2m12_Article_.keywords.contains(k2))
                .all()
                .stream()
                .map(a -> a.article_id)
                .toList());
        step(() -> s
                .query(Article.class)
                .filter(QueryContainsM2m12_Article_.keywords.contains(k3).not())
                .orderBy(QueryContainsM2m12_Article_.article_id)
                .all()
                .stream()
                .map(a -> a.article_id)
                .toList());
    }
}
