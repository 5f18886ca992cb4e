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

/** Replacing keywords. */
@ScenarioId("uow.m2m.update-77")
final class UowM2mUpdate77 extends Scenario {

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

    private Article a;

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
            a.keywords.clear();
            a.keywords.add(s.get(Keyword.class, 2));
            a.keywords.add(with(new Keyword(), x1 -> x1.name = "topstories"));
            s.flush();
        });
        step(() -> {
            s.commit();
            return a.keywords.stream().map(k -> k.name).toList();
        });
    }
}
