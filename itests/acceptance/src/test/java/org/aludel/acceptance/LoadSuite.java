package org.aludel.acceptance;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.jta.embedded.NarayanaTransactions;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Session;
import org.aludel.quickstart.Tour;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Album_;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Employee;
import org.aludel.quickstart.model.Employee_;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.InvoiceLine;
import org.aludel.quickstart.model.Invoice_;
import org.aludel.quickstart.model.Track;
import org.aludel.testing.DatabaseExtension;
import org.aludel.testing.Databases;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole of Chinook through the mapper, once for all tests of a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoadSuite {

    /** Where the SQL dump goes, which the loaded database is compared with. */
    @RegisterExtension
    static final DatabaseExtension DUMP = Databases.postgresql().extension();

    private final List<String> statementsOfLoad = new ArrayList<>();
    private final Set<Object> transactionsOfLoad = new HashSet<>();
    private @Nullable ShopApplication started;
    private Tour.@Nullable Loaded loaded;

    /** The URL of an empty database. */
    abstract String url();

    /** Opens a plain connection to that database. */
    abstract Connection connect() throws SQLException;

    @BeforeAll
    void loadAll() throws Exception {
        Path file = Chinook.json();
        ShopApplication shop = ShopApplication.start(url());
        started = shop;
        TransactionSynchronizationRegistry transactions = transactions().registry();
        EventRegistration watching = shop.get(Engine.class).on(AfterExecute.class, e -> {
            Object transaction = transactions.getTransactionKey();
            if (transaction != null) {
                statementsOfLoad.add(e.sql());
                transactionsOfLoad.add(transaction);
            } else if (e.sql().toLowerCase(java.util.Locale.ROOT).startsWith("insert")) {
                transactionsOfLoad.add("none");
            }
        });
        try (watching) {
            loaded = shop.get(Tour.class).load(file);
        }
    }

    /** The manager that the application has started: there is one in a JVM. */
    private static NarayanaTransactions transactions() {
        return NarayanaTransactions.start("quickstart", Path.of("target/transactions"));
    }

    @AfterAll
    void stop() {
        ShopApplication shop = started;
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void request() {
        shop().newRequest();
    }

    private ShopApplication shop() {
        ShopApplication shop = started;
        if (shop == null) {
            throw new IllegalStateException("the load failed");
        }
        return shop;
    }

    private Session session() {
        return shop().get(Session.class);
    }

    @Test
    void theLoadIsOneTransactionOfAtMostFortyStatements() {
        assertThat(transactionsOfLoad).hasSize(1).doesNotContain("none");
        assertThat(statementsOfLoad).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void everythingIsThere() throws SQLException {
        assertThat(loaded).hasToString("loaded 11 tables, 15607 rows, invoices 2328.60");
        Session session = session();
        assertThat(session.query(Artist.class).count()).isEqualTo(275);
        assertThat(session.query(Album.class).count()).isEqualTo(347);
        assertThat(session.query(Track.class).count()).isEqualTo(3503);
        assertThat(session.query(Invoice.class).count()).isEqualTo(412);
        assertThat(session.query(InvoiceLine.class).count()).isEqualTo(2240);
        assertThat(session.query(sum(Invoice_.total)).one()).isEqualTo(new BigDecimal("2328.60"));
        try (Connection plain = connect()) {
            assertThat(StoredTable.count(plain, "playlist_track")).isEqualTo(8715);
            assertThat(StoredTable.count(plain, "customer where city = 'Edinburgh ' and length(city) = 10"))
                    .as("the blank at the end of a city")
                    .isEqualTo(1);
        }
    }

    @Test
    void employeesFormATree() {
        List<Employee> roots = session()
                .query(Employee.class)
                .filter(Employee_.manager.isNull())
                .all();
        assertThat(roots).hasSize(1);
        List<Employee> reached = new ArrayList<>();
        walk(roots.get(0), reached);
        assertThat(reached).hasSize(8).doesNotHaveDuplicates();
        assertThat(session().query(Employee.class).all()).containsExactlyInAnyOrderElementsOf(reached);
    }

    private static void walk(Employee employee, List<Employee> reached) {
        reached.add(employee);
        for (Employee report : employee.getReports()) {
            assertThat(report.getManager()).isSameAs(employee);
            walk(report, reached);
        }
    }

    @Test
    void theDatabaseEqualsTheDumpRowByRow() throws Exception {
        TestDatabase source = DUMP.database();
        try (Connection expected = source.connect();
                Connection actual = connect()) {
            Chinook.runDump(expected);
            long rows = 0;
            for (String table : Chinook.TABLES) {
                List<String> stored = StoredTable.read(actual, table).rows();
                List<String> original = StoredTable.read(expected, table).rows();
                assertThat(stored).as(table).hasSameSizeAs(original);
                for (int i = 0; i < original.size(); i++) {
                    assertThat(stored.get(i)).as(table).isEqualTo(original.get(i));
                }
                rows += stored.size();
            }
            assertThat(rows).isEqualTo(15607);
        }
    }

    @Test
    void albumsWithArtistAndTracksTakeThreeStatementsBySelectin() {
        assertThat(statementsToReadAlbums(selectinLoad(Album_.artist), selectinLoad(Album_.tracks)))
                .hasSize(3);
    }

    @Test
    void albumsWithArtistAndTracksTakeOneStatementByJoins() {
        assertThat(statementsToReadAlbums(joinedLoad(Album_.artist), joinedLoad(Album_.tracks)))
                .hasSize(1);
    }

    private List<String> statementsToReadAlbums(LoadOption... options) {
        List<String> statements = new ArrayList<>();
        try (EventRegistration counting =
                shop().get(Engine.class).on(AfterExecute.class, e -> statements.add(e.sql()))) {
            List<Album> albums = session()
                    .query(Album.class)
                    .options(options)
                    .orderBy(Album_.id)
                    .all();
            assertThat(albums).hasSize(347);
            int tracks = 0;
            for (Album album : albums) {
                assertThat(album.getTitle()).isNotEmpty();
                assertThat(album.getArtist().getName()).isNotEmpty();
                for (Track track : album.getTracks()) {
                    assertThat(track.getName()).isNotEmpty();
                    assertThat(track.getAlbum()).isSameAs(album);
                    tracks++;
                }
            }
            assertThat(tracks).isEqualTo(3503);
        }
        return statements;
    }

    @Test
    void aSecondQueryGivesTheIdenticalObjects() {
        List<Album> first = session()
                .query(Album.class)
                .options(selectinLoad(Album_.artist), selectinLoad(Album_.tracks))
                .orderBy(Album_.id)
                .all();
        List<Track> tracks = new ArrayList<>(first.get(0).getTracks());
        List<Album> second = session()
                .query(Album.class)
                .options(joinedLoad(Album_.artist), joinedLoad(Album_.tracks))
                .orderBy(Album_.id)
                .all();
        assertThat(second).hasSize(347);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isSameAs(first.get(i));
        }
        assertThat(second.get(0).getTracks()).hasSameSizeAs(tracks);
        for (int i = 0; i < tracks.size(); i++) {
            assertThat(second.get(0).getTracks().get(i)).isSameAs(tracks.get(i));
        }
    }

    @Test
    void aViewReadsWhatTheTransactionDidNotLoad() throws Exception {
        TransactionManager transactions = transactions().manager();
        transactions.begin();
        Album album = session().get(Album.class, 1);
        assertThat(album).isNotNull();
        transactions.commit();
        assertThat(album.getArtist().getName()).isEqualTo("AC/DC");
        assertThat(album.getTracks()).hasSize(10);
    }
}
