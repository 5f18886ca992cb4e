package org.aludel.itests.corpus.orm.query;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Any() on one-to-many and many-to-many. */
@ScenarioId("query.any-10")
final class QueryAny10 extends Scenario {

    @Mapped(table = "categories")
    static class Category {
        @Id
        Integer id;

        String name;

        @References("categories.id")
        Integer subcategory_of;

        @Relationship(backref = "subcategories", remoteSide = "id")
        Category parent_category;

        @Relationship(orderBy = "id")
        List<Category> subcategories = new ArrayList<>();
    }

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

    @Override
    protected void steps() {
        step(() -> s
                .query(Category.class)
                .filter(QueryAny10_Category_.subcategories.none())
                .orderBy(QueryAny10_Category_.id)
                .all()
                .stream()
                .map(c -> c.name)
                .toList());
        step(() -> s
                .query(Category.class)
                .filter(QueryAny10_Category_.subcategories.any(QueryAny10_Category_.name.eq("Chicago")))
                .orderBy(QueryAny10_Category_.id)
                .all()
                .stream()
                .map(c -> c.name)
                .toList());
        step(() -> s
                .query(Article.class)
                .filter(QueryAny10_Article_.keywords.any(QueryAny10_Keyword_.name.eq("sports")))
                .all()
                .stream()
                .map(a -> a.article_id)
                .toList());
        step(() -> s
                .query(Keyword.class)
                .filter(QueryAny10_Keyword_.articles
                        .any(QueryAny10_Article_.article_id.eq(1))
                        .not())
                .orderBy(QueryAny10_Keyword_.keyword_id)
                .all()
                .stream()
                .map(k -> k.name)
                .toList());
        step(() -> s.query(Category.class)
                .filter(Orm.toMany(Category.class, "parent_category").any())
                .all());
        step(() -> s.query(Category.class)
                .filter(Orm.toOne(Category.class, "subcategories").has())
                .all());
    }
}
