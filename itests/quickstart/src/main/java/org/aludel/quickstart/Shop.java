package org.aludel.quickstart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;
import org.aludel.engine.NestedTransaction;
import org.aludel.orm.Session;
import org.aludel.quickstart.model.Customer;
import org.aludel.quickstart.model.Invoice;
import org.aludel.quickstart.model.Track;

/** Selling: each purchase is one transaction of the container. */
@ApplicationScoped
public class Shop {

    @Inject
    Session session;

    /** A track that stands in the catalogue but can't be bought. */
    public static class NotForSale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotForSale(Track track) {
            super("'" + track.getName() + "' is not for sale");
        }
    }

    /** Sells all tracks or none: the exception rolls the transaction back. */
    @Transactional
    public Invoice buy(Integer customerId, List<Integer> trackIds) {
        Invoice invoice = open(customerId);
        for (Integer id : trackIds) {
            sell(invoice, id);
        }
        return invoice;
    }

    /** Sells what can be sold: each track in a nested transaction, which takes back what it can't keep. */
    @Transactional
    public Invoice buyWhatThereIs(Integer customerId, List<Integer> trackIds) {
        Invoice invoice = open(customerId);
        for (Integer id : trackIds) {
            try (NestedTransaction attempt = session.beginNested()) {
                sell(invoice, id);
                attempt.commit();
            } catch (NotForSale left) {
                System.out.println("    left out: " + left.getMessage());
            }
        }
        return invoice;
    }

    private Invoice open(Integer customerId) {
        Invoice invoice = new Invoice(
                session.get(Customer.class, customerId), LocalDateTime.now().withNano(0));
        session.add(invoice);
        return invoice;
    }

    private void sell(Invoice invoice, Integer trackId) {
        Track track = session.get(Track.class, trackId);
        invoice.add(track, 1);
        session.flush();
        if (track.getUnitPrice().signum() == 0) {
            throw new NotForSale(track);
        }
    }
}
