package org.aludel.orm.internal.extension;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.proxy;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.toOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.ToManyProxy;
import org.aludel.orm.ToOneProxy;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Views over relations of what stands behind them. */
@Tag("MAP-14")
class AssociationProxyTest {

    @Mapped(table = "articles")
    static class Article {
        @Id
        Integer id;

        @References("authors.id")
        Integer authorId;

        @Relationship
        Author author;

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
        List<Tag_> tags = new ArrayList<>();

        @Relationship(cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        Set<Mark> marks = new HashSet<>();

        @Relationship(
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                keyedBy = "topic")
        Map<String, Note> notes = new HashMap<>();

        static final ToOneProxy<Article, Author, String> AUTHOR =
                proxy(toOne(Article.class, "author", Author.class), Author.NAME).creator(Author::new);
        static final ToOneProxy<Article, Author, String> CITY =
                proxy(toOne(Article.class, "author", Author.class), Author.CITY);
        static final ToManyProxy<Article, Tag_, String> TAGS =
                proxy(toMany(Article.class, "tags", Tag_.class), Tag_.NAME).creator(Tag_::new);
        static final ToManyProxy<Article, Mark, String> MARKS =
                proxy(toMany(Article.class, "marks", Mark.class), Mark.NAME).creator(Mark::new);
        static final ToManyProxy<Article, Note, String> NOTES =
                proxy(toMany(Article.class, "notes", Note.class), Note.TEXT).creator(String.class, Note::new);
    }

    @Mapped(table = "authors")
    static class Author {
        @Id
        Integer id;

        String name;

        @References("towns.id")
        Integer townId;

        @Relationship
        Town town;

        @Relationship
        List<Article> articles = new ArrayList<>();

        static final Attribute<Author, String> NAME = attribute(Author.class, "name");
        static final ToOneProxy<Author, Town, String> CITY =
                proxy(toOne(Author.class, "town", Town.class), Town.NAME).creator(Town::new);

        Author() {}

        Author(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "towns")
    static class Town {
        @Id
        Integer id;

        String name;

        static final Attribute<Town, String> NAME = attribute(Town.class, "name");

        Town() {}

        Town(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "tags")
    static class Tag_ {
        @Id
        Integer id;

        @References("articles.id")
        Integer articleId;

        String name;

        static final Attribute<Tag_, String> NAME = attribute(Tag_.class, "name");

        Tag_() {}

        Tag_(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "marks")
    static class Mark {
        @Id
        Integer id;

        @References("articles.id")
        Integer articleId;

        String name;

        static final Attribute<Mark, String> NAME = attribute(Mark.class, "name");

        Mark() {}

        Mark(String name) {
            this.name = name;
        }
    }

    @Mapped(table = "notes")
    static class Note {
        @Id
        Integer id;

        @References("articles.id")
        Integer articleId;

        String topic;
        String text;

        static final Attribute<Note, String> TEXT = attribute(Note.class, "text");

        Note() {}

        Note(String topic, String text) {
            this.topic = topic;
            this.text = text;
        }
    }

    /** Not in a mapped class: proxies of two classes that name each other can't both be made first. */
    static final ToManyProxy<Author, Article, Collection<String>> TAGS_OF_AUTHOR =
            proxy(toMany(Author.class, "articles", Article.class), Article.TAGS);

    private MemoryDatabase db;

    @BeforeEach
    void open() {
        db = new MemoryDatabase(Article.class, Author.class, Town.class, Tag_.class, Mark.class, Note.class);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Article article() {
        Article article = new Article();
        Article.AUTHOR.set(article, "bob");
        Article.TAGS.list(article).addAll(List.of("x", "y", "z"));
        Article.MARKS.set(article).addAll(List.of("red", "blue", "red"));
        Article.NOTES.<String>map(article).put("n1", "first");
        db.sessions.useTransaction(session -> session.add(article));
        return article;
    }

    @Test
    void listsShowAndChangeTheMembers() {
        article();
        try (Session session = db.open()) {
            Article article = session.get(Article.class, 1);
            List<String> tags = Article.TAGS.list(article);
            assertThat(tags).containsExactly("x", "y", "z").contains("y");
            Tag_ second = article.tags.get(1);
            tags.set(1, "Y");
            tags.remove("x");
            tags.add(0, "first");
            assertThat(article.tags).extracting(tag -> tag.name).containsExactly("first", "Y", "z");
            assertThat(article.tags.get(1)).isSameAs(second);
            session.commit();
            assertThat(tags).containsExactlyInAnyOrder("first", "Y", "z");
            Article.TAGS.replace(article, List.of("only"));
            session.commit();
            assertThat(session.query(Tag_.NAME).all()).containsExactly("only");
        }
    }

    @Test
    void setsTakeEachValueOnce() {
        article();
        try (Session session = db.open()) {
            Article article = session.get(Article.class, 1);
            Set<String> marks = Article.MARKS.set(article);
            assertThat(marks).containsExactlyInAnyOrder("red", "blue");
            assertThat(marks.add("red")).isFalse();
            assertThat(marks.add("green")).isTrue();
            Article.MARKS.replace(article, Set.of("red", "white"));
            session.commit();
            assertThat(session.query(Mark.NAME).all()).containsExactlyInAnyOrder("red", "white");
        }
    }

    @Test
    void mapsChangeTheMemberOfAKey() {
        article();
        try (Session session = db.open()) {
            Article article = session.get(Article.class, 1);
            Map<String, String> notes = Article.NOTES.map(article);
            Note first = article.notes.get("n1");
            assertThat(notes.put("n1", "changed")).isEqualTo("first");
            assertThat(notes.put("n2", "second")).isNull();
            assertThat(article.notes.get("n1")).isSameAs(first);
            session.commit();
            assertThat(notes).isEqualTo(Map.of("n1", "changed", "n2", "second"));
            assertThat(notes.remove("n1")).isEqualTo("changed");
            session.commit();
            assertThat(session.query(Note.TEXT).all()).containsExactly("second");
        }
    }

    @Test
    void scalarsReadSetAndMakeTheObjectBetween() {
        Article article = new Article();
        assertThat(Article.AUTHOR.get(article)).isNull();
        Article.AUTHOR.set(article, null);
        assertThat(article.author).isNull();
        Article.AUTHOR.set(article, "ann");
        Author ann = article.author;
        Article.AUTHOR.set(article, "joe");
        assertThat(article.author).isSameAs(ann);
        assertThat(ann.name).isEqualTo("joe");
        Article.CITY.set(article, "Rome");
        assertThat(ann.town.name).isEqualTo("Rome");
        assertThat(Article.CITY.get(article)).isEqualTo("Rome");
    }

    @Test
    void conditionsBecomeExists() {
        article();
        db.sessions.useTransaction(session -> session.add(new Article()));
        try (Session session = db.open()) {
            assertThat(session.query(Article.class)
                            .filter(Article.TAGS.contains("y"))
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.TAGS.contains("no"))
                            .count())
                    .isZero();
            assertThat(session.query(Article.class)
                            .filter(Article.TAGS.isEmpty())
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.AUTHOR.eq("bob"))
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.AUTHOR.eq(null))
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.AUTHOR.ne("joe"))
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.AUTHOR.matches(name -> name.like("b%")))
                            .count())
                    .isEqualTo(1);
            Alias<Article> other = aliased(Article.class);
            assertThat(session.query(other)
                            .filter(Article.TAGS.from(other).any())
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void chainsLeadOverSeveralRelations() {
        Article article = article();
        db.sessions.useTransaction(session -> Article.CITY.set(session.get(Article.class, 1), "Rome"));
        try (Session session = db.open()) {
            assertThat(session.query(Article.class)
                            .filter(Article.CITY.eq("Rome"))
                            .count())
                    .isEqualTo(1);
            assertThat(session.query(Article.class)
                            .filter(Article.CITY.has(Town.NAME.ne("Rome")))
                            .count())
                    .isZero();
            assertThat(session.query(Author.class)
                            .filter(TAGS_OF_AUTHOR.any(Tag_.NAME.eq("z")))
                            .count())
                    .isEqualTo(1);
            assertThat(TAGS_OF_AUTHOR.list(session.get(Author.class, 1)))
                    .singleElement()
                    .satisfies(tags -> assertThat(tags).containsExactly("x", "y", "z"));
        }
        assertThat(article.tags).hasSize(3);
    }

    @Test
    void misuseIsExplained() {
        Article article = new Article();
        ToManyProxy<Article, Tag_, String> readOnly = proxy(toMany(Article.class, "tags", Tag_.class), Tag_.NAME);
        assertThatThrownBy(() -> readOnly.list(article).add("x"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0624");
        assertThatThrownBy(() -> Article.TAGS.map(article))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0625");
        assertThatThrownBy(() -> TAGS_OF_AUTHOR.contains(List.of("x")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0623");
        ToManyProxy<Article, Tag_, String> wrong = proxy(toMany(Article.class, "nothing", Tag_.class), Tag_.NAME);
        assertThatThrownBy(() -> wrong.list(article))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0622");
    }
}
