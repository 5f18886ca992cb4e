package org.aludel.itests.corpus.orm.uow;

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

/** The same pair added from both sides is inserted once. */
@ScenarioId("uow.m2m.both-sides-79")
final class UowM2mBothSides79 extends Scenario {

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

    private Article a;
    private Keyword k;

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
            a = with(new Article(), x1 -> x1.headline = "n");
            k = with(new Keyword(), x1 -> x1.name = "n");
            a.keywords.add(k);
            return k.articles;
        });
        step(() -> list(a.keywords.contains(k), k.articles.equals(list(a))));
        step(() -> {
            s.add(a);
            s.flush();
        });
        step(() -> {
            k.articles.remove(a);
            return a.keywords;
        });
        step(() -> s.flush());
        step(() -> s.commit());
    }
}
