package org.aludel.quickstart.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.aludel.orm.Session;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Employee;
import org.aludel.quickstart.model.Genre;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.MediaType;
import org.aludel.quickstart.model.Playlist;
import org.aludel.quickstart.model.Track;

/** A small shop of our own: enough for every query to have an answer. */
@ApplicationScoped
public class SampleData {

    private static final BigDecimal PRICE = new BigDecimal("0.99");

    @Inject
    Session session;

    /** Objects are linked and added; the flush at commit finds the order and the keys. */
    @Transactional
    public void load() {
        MediaType file = new MediaType("Lossless audio file");
        Genre baroque = new Genre("Baroque");
        Genre folk = new Genre("Folk");

        Artist ensemble = new Artist("Alembic Ensemble");
        Album fire = new Album("Music for a Slow Fire", ensemble);
        Track prelude = new Track("Prelude", fire, file, baroque, 183_000, PRICE);
        Track fugue = new Track("Fugue in Copper", fire, file, baroque, 241_000, PRICE);
        Track sarabande = new Track("Sarabande", fire, file, baroque, 302_000, PRICE);

        Artist retorts = new Artist("The Retorts");
        Album vapour = new Album("Vapour and Salt", retorts);
        Track salt = new Track("Salt Road", vapour, file, folk, 199_000, PRICE);
        Track hidden = new Track("Hidden Track", vapour, file, folk, 61_000, BigDecimal.ZERO);

        Employee head = new Employee("Maria", "Prophet", "Manager", null);
        Employee sales = new Employee("Jabir", "Hayyan", "Sales", head);
        Customer ada = new Customer("Ada", "Brook", "Norway", "ada@example.org", sales);
        Customer tomas = new Customer("Tomas", "Lind", "Chile", "tomas@example.org", sales);

        Playlist evening = new Playlist("Evening");
        evening.getTracks().addAll(List.of(prelude, sarabande, salt));

        Invoice first = new Invoice(ada, LocalDateTime.of(2026, 1, 6, 12, 0));
        first.add(prelude, 1);
        first.add(fugue, 1);
        Invoice second = new Invoice(tomas, LocalDateTime.of(2026, 1, 7, 12, 0));
        second.add(salt, 2);

        session.addAll(List.of(fire, vapour, ada, tomas, evening, hidden));
    }
}
