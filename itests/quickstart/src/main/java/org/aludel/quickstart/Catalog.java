package org.aludel.quickstart;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.row;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.sum;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.quickstart.model.Album;
import org.aludel.quickstart.model.Album_;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Artist_;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Customer_;
import org.aludel.quickstart.model.Employee;
import org.aludel.quickstart.model.Employee_;
import org.aludel.quickstart.model.Genre_;
import org.aludel.quickstart.model.InvoiceLine_;
import org.aludel.quickstart.model.Invoice_;
import org.aludel.quickstart.model.Track_;

/** Questions about the shop, from simple to less so. */
@ApplicationScoped
public class Catalog {

    @Inject
    Session session;

    /** An album with its artist and the number of its tracks. */
    public record AlbumSize(String title, String artist, Long tracks) {}

    /** What a genre has earned. */
    public record GenreSales(String genre, BigDecimal revenue) {}

    /** What the customers of an employee have spent. */
    public record SupportSales(String employee, String manager, BigDecimal revenue) {}

    /** One entity, one condition. */
    public Query<Artist> artistsStartingWith(String prefix) {
        return session.query(Artist.class)
                .filter(Artist_.name.startsWith(prefix))
                .orderBy(Artist_.name);
    }

    /** Entities with what they refer to, in as many statements as there are levels. */
    public List<Album> albumsWithTracks() {
        return session.query(Album.class)
                .options(selectinLoad(Album_.artist), selectinLoad(Album_.tracks))
                .orderBy(Album_.id)
                .all();
    }

    /** A condition that reaches through four relations. */
    public List<Customer> buyersOf(String genre) {
        return session.query(Customer.class)
                .filter(Customer_.invoices.any(
                        Invoice_.lines.any(InvoiceLine_.track.has(Track_.genre.has(Genre_.name.eq(genre))))))
                .orderBy(Customer_.lastName)
                .all();
    }

    /** Joins, grouping and a record of its own. */
    public List<AlbumSize> largestAlbums(int limit) {
        return session.query(row(AlbumSize::new, Album_.title, Artist_.name, count(Track_.id)))
                .join(Album_.artist)
                .join(Album_.tracks)
                .groupBy(Album_.id, Album_.title, Artist_.name)
                .orderBy(count(Track_.id).desc(), Album_.title)
                .limit(limit)
                .all();
    }

    /** Arithmetic over joined tables. */
    public List<GenreSales> bestGenres(int limit) {
        return session.query(
                        row(GenreSales::new, Genre_.name, sum(InvoiceLine_.unitPrice.times(InvoiceLine_.quantity))))
                .join(InvoiceLine_.track)
                .join(Track_.genre)
                .groupBy(Genre_.name)
                .orderBy(
                        sum(InvoiceLine_.unitPrice.times(InvoiceLine_.quantity)).desc(), Genre_.name)
                .limit(limit)
                .all();
    }

    /** The same entity twice: employees and their managers. */
    public List<SupportSales> salesBySupport() {
        Alias<Employee> manager = aliased(Employee.class, "manager");
        return session.query(row(
                        SupportSales::new, Employee_.lastName, manager.get(Employee_.lastName), sum(Invoice_.total)))
                .join(Invoice_.customer)
                .join(Customer_.supportRep)
                .join(Employee_.manager, manager)
                .groupBy(Employee_.lastName, manager.get(Employee_.lastName))
                .orderBy(sum(Invoice_.total).desc())
                .all();
    }
}
