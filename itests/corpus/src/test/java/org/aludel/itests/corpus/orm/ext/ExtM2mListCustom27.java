package org.aludel.itests.corpus.orm.ext;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.HashSet;
import java.util.Set;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Many-to-many with set collection. */
@ScenarioId("ext.m2m-list-custom-27")
final class ExtM2mListCustom27 extends Scenario {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer article_id;

        String headline;
        String body;

        @Relationship(backref = "articles", secondary = "article_keywords", orderBy = "keyword_id")
        Set<Keyword> keywords = new HashSet<>();
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer keyword_id;

        String name;

        @Relationship
        Set<Article> articles = new HashSet<>();
    }

    private Article a;
    private Keyword k3;

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
            a = s.get(Article.class, 1);
            k3 = s.get(Keyword.class, 3);
            a.keywords.add(k3);
            a.keywords.remove(s.get(Keyword.class, 1));
            return k3.articles.stream().map(x -> x.article_id).toList().stream()
                    .sorted()
                    .toList();
        });
        step(() -> {
            s.commit();
            return a.keywords.stream().map(k -> k.name).toList().stream()
                    .sorted()
                    .toList();
        });
    }
}
