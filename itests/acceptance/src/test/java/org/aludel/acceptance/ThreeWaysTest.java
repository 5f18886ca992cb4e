package org.aludel.acceptance;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.quickstart.Catalog;
import org.aludel.quickstart.data.ChinookLoader;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Employee;
import org.aludel.quickstart.model.Genre;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.InvoiceLine;
import org.aludel.quickstart.model.MediaType;
import org.aludel.quickstart.model.Playlist;
import org.aludel.quickstart.model.Track;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions of the quickstart, asked in three ways: as queries of the mapper, as statements of the core, and as text.
 * Over the whole of Chinook, they give equal answers, on four databases.
 */
@Tag("QRY-01")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeWaysTest {

    @RegisterExtension
    static final DatabaseExtension POSTGRESQL = Databases.postgresql().extension();

    @RegisterExtension
    static final DatabaseExtension MARIADB = Databases.mariadb().extension();

    @TempDir
    Path folder;

    private final Map<String, Map<String, List<List<String>>>> answers = new LinkedHashMap<>();

    /** One question: the query of the quickstart, the same by the core, the same as text. */
    private record Question(
            String name,
            boolean ordered,
            Function<Catalog, List<List<String>>> query,
            Function<Shop, List<List<String>>> core,
            String sql) {}

    /** The tables of the shop in one session. */
    private record Shop(Session session, MetaData tables) {

        Table table(String name) {
            return tables.table(name);
        }

        <T> Column<T> column(String table, String name) {
            return tables.table(table).c(name);
        }

        List<List<String>> rows(org.aludel.sql.Statement statement) {
            List<List<String>> rows = new ArrayList<>();
            session.execute(statement).all().forEach(row -> rows.add(shown(row.toList())));
            return rows;
        }
    }

    private static List<String> shown(List<? extends @Nullable Object> values) {
        List<String> shown = new ArrayList<>();
        for (Object value : values) {
            boolean fraction = value instanceof BigDecimal || value instanceof Double || value instanceof Float;
            shown.add(
                    fraction
                            ? new BigDecimal(value.toString())
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .toPlainString()
                            : String.valueOf(value));
        }
        return shown;
    }

    private static List<List<String>> each(List<?> found, Function<Object, List<? extends @Nullable Object>> values) {
        return found.stream().map(one -> shown(values.apply(one))).toList();
    }

    private static List<Question> questions() {
        return List.of(
                new Question(
                        "artists whose names begin so",
                        true,
                        catalog -> each(
                                catalog.artistsStartingWith("Iron").all(), one -> List.of(((Artist) one).getName())),
                        shop -> shop.rows(select(shop.column("artist", "name"))
                                .where(shop.<String>column("artist", "name").startsWith("Iron"))
                                .orderBy(shop.column("artist", "name"))),
                        "select name from artist where name like 'Iron%' order by name"),
                new Question(
                        "albums with their artists and tracks",
                        true,
                        catalog -> each(catalog.albumsWithTracks(), one -> {
                            Album album = (Album) one;
                            return List.of(
                                    album.getTitle(),
                                    album.getArtist().getName(),
                                    album.getTracks().size());
                        }),
                        ThreeWaysTest::albums,
                        "select b.title, a.name, count(*) from album b join artist a on a.artist_id = b.artist_id"
                                + " join track t on t.album_id = b.album_id group by b.album_id, b.title, a.name"
                                + " order by b.album_id"),
                new Question(
                        "customers who bought a genre",
                        false,
                        catalog -> each(catalog.buyersOf("Jazz"), one -> {
                            Customer customer = (Customer) one;
                            return List.of(customer.getFirstName(), customer.getLastName());
                        }),
                        ThreeWaysTest::buyers,
                        "select c.first_name, c.last_name from customer c where exists (select 1 from invoice i"
                                + " join invoice_line l on l.invoice_id = i.invoice_id"
                                + " join track t on t.track_id = l.track_id join genre g on g.genre_id = t.genre_id"
                                + " where i.customer_id = c.customer_id and g.name = 'Jazz')"),
                new Question(
                        "the largest albums",
                        true,
                        catalog -> each(catalog.largestAlbums(12), one -> {
                            Catalog.AlbumSize size = (Catalog.AlbumSize) one;
                            return List.of(size.title(), size.artist(), size.tracks());
                        }),
                        ThreeWaysTest::largest,
                        "select b.title, a.name, count(t.track_id) from album b"
                                + " join artist a on a.artist_id = b.artist_id"
                                + " join track t on t.album_id = b.album_id group by b.album_id, b.title, a.name"
                                + " order by count(t.track_id) desc, b.title limit 12"),
                new Question(
                        "the genres that earn most",
                        true,
                        catalog -> each(catalog.bestGenres(10), one -> {
                            Catalog.GenreSales sales = (Catalog.GenreSales) one;
                            return List.of(sales.genre(), sales.revenue());
                        }),
                        ThreeWaysTest::genres,
                        "select g.name, sum(l.unit_price * l.quantity) from invoice_line l"
                                + " join track t on t.track_id = l.track_id join genre g on g.genre_id = t.genre_id"
                                + " group by g.name order by sum(l.unit_price * l.quantity) desc, g.name limit 10"),
                new Question(
                        "what the customers of employees spend",
                        true,
                        catalog -> each(catalog.salesBySupport(), one -> {
                            Catalog.SupportSales sales = (Catalog.SupportSales) one;
                            return List.of(sales.employee(), sales.manager(), sales.revenue());
                        }),
                        ThreeWaysTest::support,
                        "select e.last_name, m.last_name, sum(i.total) from invoice i"
                                + " join customer c on c.customer_id = i.customer_id"
                                + " join employee e on e.employee_id = c.support_rep_id"
                                + " join employee m on m.employee_id = e.reports_to"
                                + " group by e.last_name, m.last_name order by sum(i.total) desc"));
    }

    private static FromItem albumsAndTracks(Shop shop) {
        return shop.table("album").join(shop.table("artist")).join(shop.table("track"));
    }

    private static List<List<String>> albums(Shop shop) {
        return shop.rows(select(shop.column("album", "title"), shop.column("artist", "name"), count())
                .from(albumsAndTracks(shop))
                .groupBy(shop.column("album", "album_id"), shop.column("album", "title"), shop.column("artist", "name"))
                .orderBy(shop.column("album", "album_id")));
    }

    private static List<List<String>> buyers(Shop shop) {
        FromItem bought = shop.table("invoice")
                .join(shop.table("invoice_line"))
                .join(shop.table("track"))
                .join(shop.table("genre"));
        return shop.rows(select(shop.column("customer", "first_name"), shop.column("customer", "last_name"))
                .where(exists(select(literal(1))
                        .from(bought)
                        .where(
                                shop.<Integer>column("invoice", "customer_id")
                                        .eq(shop.<Integer>column("customer", "customer_id")),
                                shop.<String>column("genre", "name").eq("Jazz")))));
    }

    private static List<List<String>> largest(Shop shop) {
        Expr<Long> size = count(shop.column("track", "track_id"));
        return shop.rows(select(shop.column("album", "title"), shop.column("artist", "name"), size)
                .from(albumsAndTracks(shop))
                .groupBy(shop.column("album", "album_id"), shop.column("album", "title"), shop.column("artist", "name"))
                .orderBy(size.desc(), shop.column("album", "title"))
                .limit(12));
    }

    private static List<List<String>> genres(Shop shop) {
        Expr<BigDecimal> revenue = sum(shop.<BigDecimal>column("invoice_line", "unit_price")
                .times(shop.<Integer>column("invoice_line", "quantity")));
        return shop.rows(select(shop.column("genre", "name"), revenue)
                .from(shop.table("invoice_line").join(shop.table("track")).join(shop.table("genre")))
                .groupBy(shop.column("genre", "name"))
                .orderBy(revenue.desc(), shop.column("genre", "name"))
                .limit(10));
    }

    private static List<List<String>> support(Shop shop) {
        Table employee = shop.table("employee");
        var manager = employee.as("manager");
        Expr<BigDecimal> spent = sum(shop.<BigDecimal>column("invoice", "total"));
        return shop.rows(select(employee.c("last_name"), manager.c("last_name"), spent)
                .from(shop.table("invoice")
                        .join(shop.table("customer"))
                        .join(employee)
                        .join(manager, manager.<Integer>c("employee_id").eq(employee.<Integer>c("reports_to"))))
                .groupBy(employee.c("last_name"), manager.c("last_name"))
                .orderBy(spent.desc()));
    }

    // ---- the databases

    private SessionFactory loaded(Engine engine) throws IOException, ReflectiveOperationException {
        SessionFactory sessions = SessionFactory.builder(engine)
                .map(Genre.class, MediaType.class, Artist.class, Album.class, Track.class, Employee.class)
                .map(Customer.class, Invoice.class, InvoiceLine.class, Playlist.class)
                .build();
        sessions.metaData().createAll(engine);
        try (Session session = sessions.open()) {
            given(new ChinookLoader(), session).load(Chinook.json());
            session.commit();
        }
        return sessions;
    }

    /** What the container does when it injects. */
    private static <T> T given(T bean, Session session) throws ReflectiveOperationException {
        Field field = bean.getClass().getDeclaredField("session");
        field.setAccessible(true);
        field.set(bean, session);
        return bean;
    }

    private void ask(String database, String url) throws Exception {
        Map<String, List<List<String>>> here = new LinkedHashMap<>();
        try (Engine engine = Engine.create(url);
                SessionFactory sessions = loaded(engine)) {
            for (Question question : questions()) {
                try (Session session = sessions.open()) {
                    List<List<String>> byQuery = question.query().apply(given(new Catalog(), session));
                    Shop shop = new Shop(session, sessions.metaData());
                    List<List<String>> byCore = question.core().apply(shop);
                    List<List<String>> byText = shop.rows(text(question.sql()));
                    assertThat(byQuery).as(question.name()).isNotEmpty();
                    if (question.ordered()) {
                        assertThat(byCore).as(question.name() + ", by the core").isEqualTo(byQuery);
                        assertThat(byText).as(question.name() + ", as text").isEqualTo(byQuery);
                    } else {
                        assertThat(byCore)
                                .as(question.name() + ", by the core")
                                .containsExactlyInAnyOrderElementsOf(byQuery);
                        assertThat(byText)
                                .as(question.name() + ", as text")
                                .containsExactlyInAnyOrderElementsOf(byQuery);
                    }
                    here.put(question.name(), byQuery);
                }
            }
        }
        answers.forEach((other, there) -> here.forEach((name, rows) -> assertThat(rows)
                .as(name + " on " + database + " and on " + other)
                .containsExactlyInAnyOrderElementsOf(there.get(name))));
        answers.put(database, here);
    }

    @TestFactory
    Stream<DynamicTest> givesEqualAnswersOn() {
        Chinook.json();
        Path file = folder.resolve("chinook.db");
        return Stream.of(
                DynamicTest.dynamicTest("H2", () -> ask("H2", "h2:///mem:threeways")),
                DynamicTest.dynamicTest("SQLite", () -> ask("SQLite", "sqlite:///" + file)),
                DynamicTest.dynamicTest(
                        "PostgreSQL",
                        () -> ask("PostgreSQL", POSTGRESQL.database().aludelUrl())),
                DynamicTest.dynamicTest(
                        "MariaDB", () -> ask("MariaDB", MARIADB.database().aludelUrl())));
    }
}
