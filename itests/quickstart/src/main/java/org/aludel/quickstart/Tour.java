package org.aludel.quickstart;

import static org.aludel.sql.Sql.sum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.aludel.cdi.AludelExtension;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.quickstart.data.ChinookLoader;
import org.aludel.quickstart.data.SampleData;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Customer_;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.Invoice_;
import org.aludel.quickstart.model.Track;
import org.aludel.quickstart.model.Track_;
import org.aludel.schema.Table;

/** Shows a newcomer what the application does, and prints what comes of it. */
@ApplicationScoped
public class Tour {

    @Inject
    AludelExtension discovery;

    @Inject
    Engine engine;

    @Inject
    SessionFactory sessions;

    @Inject
    Session session;

    @Inject
    SampleData sample;

    @Inject
    ChinookLoader chinook;

    @Inject
    Catalog catalog;

    @Inject
    Shop shop;

    /** What a load of the Chinook file came to, counted and summed in the database. */
    public record Loaded(int tables, long rows, BigDecimal invoices, int statements) {

        @Override
        public String toString() {
            return "loaded " + tables + " tables, " + rows + " rows, invoices " + invoices;
        }
    }

    /** Everything that works on the small sample. */
    @ActivateRequestContext
    public void walk() {
        discovered();
        empty();
        sample.load();
        queries();
        failedPurchase();
        nestedPurchase();
    }

    private void discovered() {
        title("Discovered");
        System.out.println("    classes  "
                + discovery.mappedClasses().stream()
                        .map(Class::getSimpleName)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        System.out.println("    tables   "
                + sessions.metaData().sortedTables().stream().map(Table::name).collect(Collectors.joining(", ")));
        System.out.println("    engine   " + engine.name());
    }

    /** Makes the tables anew. */
    private void empty() {
        sessions.metaData().dropAll(engine);
        sessions.metaData().createAll(engine);
    }

    private void queries() {
        Query<Artist> artists = catalog.artistsStartingWith("A");
        title("SQL of a query");
        System.out.println(artists.toString().indent(4).stripTrailing());

        title("1. Artists whose names start with A");
        print(artists.all().stream().map(Artist::getName).toList());

        title("2. Albums with artist and tracks, in three statements");
        session.clear();
        AtomicInteger statements = new AtomicInteger();
        List<Album> albums;
        try (EventRegistration counting = engine.on(AfterExecute.class, e -> statements.incrementAndGet())) {
            albums = catalog.albumsWithTracks();
        }
        print(albums.stream()
                .map(album -> album.getArtist().getName() + ": " + album.getTitle() + ", "
                        + album.getTracks().size() + " tracks")
                .toList());
        System.out.println("    (" + statements + " statements)");

        title("3. Customers who have bought Folk");
        print(catalog.buyersOf("Folk").stream().map(Tour::fullName).toList());

        title("4. The largest albums");
        print(catalog.largestAlbums(3));

        title("5. What genres have earned, and what support has sold");
        print(catalog.bestGenres(3));
        print(catalog.salesBySupport());
    }

    private static String fullName(Customer customer) {
        return customer.getFirstName() + " " + customer.getLastName();
    }

    private void failedPurchase() {
        title("A purchase that fails is rolled back");
        long before = session.query(Invoice.class).count();
        try {
            shop.buy(customer("Ada"), List.of(track("Sarabande"), track("Hidden Track")));
            throw new IllegalStateException("a track that is not for sale was sold");
        } catch (Shop.NotForSale refused) {
            System.out.println("    refused: " + refused.getMessage());
        }
        System.out.println("    invoices before " + before + ", after "
                + session.query(Invoice.class).count());
    }

    private void nestedPurchase() {
        title("A purchase in nested transactions keeps what it can");
        Invoice invoice = shop.buyWhatThereIs(
                customer("Ada"), List.of(track("Sarabande"), track("Hidden Track"), track("Salt Road")));
        // Read after the transaction, in the same request: the session loads what it needs.
        System.out.println("    invoice " + invoice.getId() + ", total " + invoice.getTotal() + ": "
                + invoice.getLines().stream()
                        .map(line -> line.getTrack().getName())
                        .toList());
    }

    private Integer customer(String firstName) {
        return session.query(Customer.class)
                .filter(Customer_.firstName.eq(firstName))
                .one()
                .getId();
    }

    private Integer track(String name) {
        return session.query(Track.class).filter(Track_.name.eq(name)).one().getId();
    }

    /** Loads the Chinook file into emptied tables, in one transaction, and counts what has arrived. */
    @ActivateRequestContext
    public Loaded load(Path file) throws IOException {
        title("Chinook");
        session.clear();
        empty();
        AtomicInteger statements = new AtomicInteger();
        try (EventRegistration counting = engine.on(AfterExecute.class, e -> statements.incrementAndGet())) {
            chinook.load(file);
        }
        Loaded loaded = count(statements.get());
        System.out.println("    " + statements + " statements in one transaction");
        System.out.println(loaded);
        return loaded;
    }

    private Loaded count(int statements) {
        Collection<Table> tables = sessions.metaData().sortedTables();
        long rows = 0;
        for (Table table : tables) {
            rows += session.execute(table.count()).scalar(Long.class);
        }
        BigDecimal invoices = session.query(sum(Invoice_.total)).one();
        return new Loaded(tables.size(), rows, invoices, statements);
    }

    private static void title(String text) {
        System.out.println();
        System.out.println(text);
    }

    private static void print(List<?> lines) {
        lines.forEach(line -> System.out.println("    " + line));
    }
}
