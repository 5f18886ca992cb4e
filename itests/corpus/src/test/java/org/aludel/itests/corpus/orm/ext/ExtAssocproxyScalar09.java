package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.proxy;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.ToManyProxy;
import org.aludel.orm.ToOneProxy;
import org.aludel.schema.MetaData;

/** Proxy of scalar strings over a many-to-many, scalar target and dict. */
@ScenarioId("ext.assocproxy.scalar-09")
final class ExtAssocproxyScalar09 extends Scenario {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer id;

        @References("authors.id")
        Integer author_id;

        @Relationship(secondary = "article_keywords", orderBy = "id")
        List<Keyword> kw = new ArrayList<>();

        @Relationship
        Author author;

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                keyedBy = "key")
        Map<String, Note> notes_by_key = new HashMap<>();

        static final ToManyProxy<Article, Keyword, String> KEYWORDS = proxy(
                        ExtAssocproxyScalar09_Article_.kw, ExtAssocproxyScalar09_Keyword_.name)
                .creator(Keyword::new);
        static final ToOneProxy<Article, Author, String> AUTHOR_NAME = proxy(
                        ExtAssocproxyScalar09_Article_.author, ExtAssocproxyScalar09_Author_.name)
                .creator(Author::new);
        static final ToManyProxy<Article, Note, String> NOTES = proxy(
                        ExtAssocproxyScalar09_Article_.notes_by_key, ExtAssocproxyScalar09_Note_.text)
                .creator(
                        String.class,
                        (key, text) -> with(new Note(), note -> {
                            note.key = key;
                            note.text = text;
                        }));

        List<String> keywords() {
            return KEYWORDS.list(this);
        }

        Map<String, String> notes() {
            return NOTES.map(this);
        }
    }

    @Mapped(table = "keywords")
    static class Keyword {
        @Id
        Integer id;

        String name;

        Keyword() {}

        Keyword(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "authors")
    static class Author {
        @Id
        Integer id;

        String name;

        Author() {}

        Author(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "notes")
    static class Note {
        @Id
        Integer id;

        @References("articles.id")
        Integer article_id;

        String key;
        String text;
    }

    private Article a;
    private Article b;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "article_keywords",
                column("a", INTEGER).references("articles.id").primaryKey(),
                column("k", INTEGER).references("keywords.id").primaryKey());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            a = new Article();
            Article.KEYWORDS.replace(a, List.of("x", "y"));
            Article.AUTHOR_NAME.set(a, "bob");
            a.notes().put("n1", "first");
            a.notes().put("n2", "second");
            s.add(a);
            s.commit();
        });
        step(() -> list(
                new ArrayList<>(a.keywords()),
                Article.AUTHOR_NAME.get(a),
                new HashMap<>(a.notes()),
                a.keywords().contains("x")));
        step(() -> {
            a.keywords().remove("x");
            Article.AUTHOR_NAME.set(a, "joe");
            a.notes().put("n1", "changed");
            a.notes().remove("n2");
            s.commit();
        });
        step(() -> list(new ArrayList<>(a.keywords()), a.author.name, new HashMap<>(a.notes())));
        step(() -> list(
                s.query(Article.class).filter(Article.AUTHOR_NAME.eq("joe")).count(),
                s.query(Article.class).filter(Article.KEYWORDS.eq("y")).count()));
        step(() -> s.query(Article.class)
                .filter(Article.AUTHOR_NAME.matches(name -> name.like("j%")))
                .count());
        step(() -> {
            b = new Article();
            return Article.AUTHOR_NAME.get(b);
        });
    }
}
