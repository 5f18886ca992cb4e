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

/** Many-to-many insert: both ends then association rows. */
@ScenarioId("uow.m2m.insert-76")
final class UowM2mInsert76 extends Scenario {

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

    private Article article;

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
            article = with(new Article(), x1 -> {
                x1.headline = "a headline";
                x1.body = "this is the body";
            });
            article.keywords.add(with(new Keyword(), x1 -> x1.name = "politics"));
            article.keywords.add(with(new Keyword(), x1 -> x1.name = "entertainment"));
            s.add(article);
            s.flush();
        });
        step(() -> s.commit());
    }
}
