package org.aludel.orm.internal.query;

import static org.aludel.orm.LoadStrategy.IMMEDIATE;
import static org.aludel.orm.LoadStrategy.JOINED;
import static org.aludel.orm.LoadStrategy.NOLOAD;
import static org.aludel.orm.LoadStrategy.RAISE;
import static org.aludel.orm.LoadStrategy.SELECTIN;
import static org.aludel.orm.LoadStrategy.SUBQUERY;
import static org.aludel.orm.Orm.attribute;
import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defaultLoad;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.lazyLoad;
import static org.aludel.orm.Orm.loadOnly;
import static org.aludel.orm.Orm.queryExpression;
import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.orm.Orm.toMany;
import static org.aludel.orm.Orm.toOne;
import static org.aludel.orm.Orm.undefer;
import static org.aludel.orm.Orm.undeferGroup;
import static org.aludel.orm.Orm.withExpression;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Col;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.ToMany;
import org.aludel.orm.ToOne;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the page about loading, run: strategies of a mapping, deferred columns and groups, options. */
@Tag("QRY-05")
class LoadingPageTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Mapped(table = "authors")
    static class Author {
        @Id
        Integer id;

        String name;

        @Relationship(backref = "author", orderBy = "id", load = SELECTIN)
        List<Book> books = new ArrayList<>();

        Long written;

        @Configures
        static void configure(ClassMapping<Author> mapping) {
            mapping.property("written", queryExpression(Types.BIGINT));
        }
    }

    @Mapped(table = "books")
    static class Book {
        @Id
        Integer id;

        String title;

        @Col(deferred = true)
        String summary;

        @Col(group = "pictures")
        String cover;

        @Col(group = "pictures")
        String back;

        @References("authors.id")
        Integer author_id;

        @Relationship(load = JOINED, innerJoin = true)
        Author author;

        @Relationship(backref = "book", orderBy = "id")
        List<Review> reviews = new ArrayList<>();
    }

    @Mapped(table = "reviews")
    static class Review {
        @Id
        Integer id;

        Integer stars;

        @References("books.id")
        Integer book_id;

        @Relationship(load = RAISE)
        Book book;

        @Relationship(load = IMMEDIATE, orderBy = "id")
        List<Comment> comments = new ArrayList<>();

        @Relationship(load = NOLOAD, viewOnly = true)
        List<Comment> never = new ArrayList<>();

        @Relationship(load = SUBQUERY, viewOnly = true)
        List<Comment> repeated = new ArrayList<>();
    }

    @Mapped(table = "comments")
    static class Comment {
        @Id
        Integer id;

        String text;

        @References("reviews.id")
        Integer review_id;
    }

    private static final ToMany<Author, Book> AUTHOR_BOOKS = toMany(Author.class, "books");
    private static final ToOne<Book, Author> BOOK_AUTHOR = toOne(Book.class, "author");
    private static final ToMany<Book, Review> BOOK_REVIEWS = toMany(Book.class, "reviews");
    private static final Attribute<Author, Integer> AUTHOR_ID = attribute(Author.class, "id");
    private static final Attribute<Author, Long> WRITTEN = attribute(Author.class, "written");
    private static final Attribute<Book, Integer> BOOK_AUTHOR_ID = attribute(Book.class, "author_id");
    private static final Attribute<Book, Integer> BOOK_ID = attribute(Book.class, "id");
    private static final Attribute<Book, String> TITLE = attribute(Book.class, "title");
    private static final Attribute<Book, String> SUMMARY = attribute(Book.class, "summary");
    private static final Attribute<Book, String> COVER = attribute(Book.class, "cover");
    private static final Attribute<Review, Integer> STARS = attribute(Review.class, "stars");
    private static final Attribute<Author, String> NAME = attribute(Author.class, "name");

    private Engine engine;
    private SessionFactory sessions;
    private Session session;
    private final List<String> sql = new ArrayList<>();

    @BeforeEach
    void open() {
        engine = Engine.create("h2:///mem:loadingpage" + NUMBER.incrementAndGet());
        sessions = SessionFactory.builder(engine)
                .map(Author.class, Book.class, Review.class, Comment.class)
                .build();
        sessions.metaData().createAll(engine);
        session = sessions.open();
        session.execute(Sql.text("insert into authors (id, name) values (1, 'Ann'), (2, 'Bob')"));
        session.execute(Sql.text("insert into books (id, title, summary, cover, back, author_id) values"
                + " (1, 'A', 'sa', 'ca', 'ba', 1), (2, 'B', 'sb', 'cb', 'bb', 1), (3, 'C', 'sc', 'cc', 'bc', 2)"));
        session.execute(Sql.text("insert into reviews (id, stars, book_id) values (1, 5, 1), (2, 1, 1), (3, 4, 3)"));
        session.execute(Sql.text("insert into comments (id, text, review_id) values (1, 'x', 1), (2, 'y', 1)"));
        session.commit();
        engine.on(AfterExecute.class, e -> sql.add(e.sql()));
    }

    @AfterEach
    void close() {
        session.close();
        sessions.close();
        engine.close();
    }

    @Test
    @Tag("MAP-12")
    void deferredColumnsAndGroupsOfAMapping() {
        Book book = session.query(Book.class).filter(BOOK_ID.eq(1)).one();
        assertThat(sql.get(0)).doesNotContain("summary").doesNotContain("cover");
        sql.clear();
        assertThat(book.cover).isEqualTo("ca");
        assertThat(book.back).isEqualTo("ba");
        assertThat(sql).as("a group comes together").hasSize(1);
        assertThat(book.summary).isEqualTo("sa");
        assertThat(sql).hasSize(2);

        book.summary = "new";
        session.expire(book, "cover");
        sql.clear();
        assertThat(book.cover).isEqualTo("ca");
        assertThat(book.summary).isEqualTo("new");
        session.rollback();
        session.clear();
        sql.clear();
        Book other = session.query(Book.class)
                .options(undefer(SUMMARY), undeferGroup("pictures"))
                .filter(BOOK_ID.eq(2))
                .one();
        assertThat(other.summary + other.cover + other.back).isEqualTo("sbcbbb");
        assertThat(sql.get(0)).contains("summary").contains("cover");
        session.clear();
        sql.clear();
        session.query(Book.class).options(loadOnly(TITLE), lazyLoad("*")).all();
        assertThat(sql).hasSize(1);
        session.clear();
        sql.clear();
        session.query(Book.class)
                .options(undefer("*"), defer(COVER))
                .filter(BOOK_ID.eq(2))
                .one();
        assertThat(sql.get(0)).contains("summary").contains("back").doesNotContain("cover");
    }

    @Test
    void strategiesOfAMapping() {
        List<Book> books = session.query(Book.class).orderBy(BOOK_ID).all();
        assertThat(sql).as("the author's books lead back").hasSize(1);
        assertThat(sql.get(0)).contains("JOIN").doesNotContain("LEFT");
        assertThat(books.get(0).author).isSameAs(books.get(1).author);
        session.clear();
        sql.clear();
        List<Review> reviews = session.query(Review.class)
                .orderBy(attribute(Review.class, "id"))
                .all();
        assertThat(sql).hasSize(1 + 1 + 3);
        assertThat(reviews.get(0).comments).hasSize(2);
        assertThat(reviews.get(0).repeated).hasSize(2);
        assertThat(reviews.get(0).never).isEmpty();
        assertThatThrownBy(() -> reviews.get(0).book.title.length()).hasMessageContaining("ALU-0711");
        assertThat(sql).hasSize(1 + 1 + 3);
        session.delete(reviews.get(2));
        session.flush();
        session.rollback();
    }

    @Test
    void optionsOfAQuery() {
        List<Author> authors = session.query(Author.class)
                .options(selectinLoad(AUTHOR_BOOKS).options(joinedLoad(BOOK_REVIEWS), defer(TITLE)))
                .all();
        assertThat(authors.get(0).books.get(0).reviews).hasSize(2);
        assertThat(sql).hasSizeLessThanOrEqualTo(2 + 6);
        session.clear();
        session.query(Author.class)
                .options(defaultLoad(AUTHOR_BOOKS).options(subqueryLoad(BOOK_REVIEWS)))
                .all();
        session.clear();
        List<Author> praised = session.query(Author.class)
                .join(AUTHOR_BOOKS)
                .join(BOOK_REVIEWS)
                .filter(STARS.gt(4))
                .options(containsEager(AUTHOR_BOOKS).options(containsEager(BOOK_REVIEWS)))
                .all();
        assertThat(praised).hasSize(1);
        assertThat(praised.get(0).books).hasSize(1);
        session.clear();
        Author strict = session.query(Author.class)
                .options(raiseLoad("*"), selectinLoad(AUTHOR_BOOKS))
                .filter(NAME.eq("Ann"))
                .one();
        assertThatThrownBy(() -> strict.books.get(0).reviews.size()).hasMessageContaining("ALU-0711");
        session.clear();
        try (Stream<Author> all = session.query(Author.class).yieldPer(500).stream()) {
            assertThat(all.mapToInt(author -> author.books.size()).sum()).isEqualTo(3);
        }
    }

    @Test
    @Tag("MAP-12")
    void attributesThatAQueryGivesItsOwnMeaning() {
        Expr<Long> books =
                select(count(BOOK_ID)).where(BOOK_AUTHOR_ID.eq(AUTHOR_ID)).scalarSubquery();
        List<Author> authors = session.query(Author.class)
                .options(withExpression(WRITTEN, books), lazyLoad("*"))
                .orderBy(AUTHOR_ID)
                .all();
        assertThat(authors).extracting(author -> author.written).containsExactly(2L, 1L);
        assertThat(sql).hasSize(1);
    }

    @Test
    void optionsOfAllSessions() {
        try (SessionFactory strict = SessionFactory.builder(engine)
                        .map(Author.class, Book.class, Review.class, Comment.class)
                        .loadOptions(raiseLoad("*"), joinedLoad(BOOK_AUTHOR))
                        .build();
                Session other = strict.open()) {
            Book book = other.get(Book.class, 1);
            assertThat(book.author.name).isEqualTo("Ann");
            assertThatThrownBy(() -> book.reviews.size()).hasMessageContaining("ALU-0711");
        }
    }

    @Test
    void aStatementOfTheProgramsOwnFillsRelations() {
        List<Author> authors = session.query(Author.class)
                .fromStatement(Sql.text("select a.id as authors_id, a.name as authors_name, b.id as books_id,"
                        + " b.title as books_title, b.author_id as books_author_id"
                        + " from authors a join books b on b.author_id = a.id order by a.id, b.id"))
                .options(containsEager(AUTHOR_BOOKS)
                        .options(loadOnly(TITLE, attribute(Book.class, "author_id")), lazyLoad("*")))
                .all();
        assertThat(authors).hasSize(2);
        assertThat(authors.get(0).books).extracting(book -> book.title).containsExactly("A", "B");
        assertThat(sql).hasSize(1);
    }

    /** The page shows what this class runs. */
    @Test
    void theExamplesOfThePageAreRunHere() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("src/site/markdown/loading.md"))) {
            root = root.getParent();
        }
        String own = "impl/orm/src/test/java/org/aludel/orm/internal/query/LoadingPageTest.java";
        String source = flat(Files.readString(root.resolve(own)));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("src/site/markdown/loading.md")));
        int examples = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n")) {
                assertThat(source).contains(flat(line).replaceAll(";$", ""));
            }
            examples++;
        }
        assertThat(examples).isEqualTo(8);
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
