package org.aludel.servers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.aludel.cdi.Db;
import org.aludel.engine.Engine;
import org.aludel.engine.NestedTransaction;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.quickstart.model.Artist;
import org.aludel.quickstart.model.Artist_;

/** Transactions of every kind, each a method, as an application would write them. */
@ApplicationScoped
public class Ledger {

    @Inject
    Engine engine;

    @Inject
    SessionFactory sessions;

    @Inject
    Session session;

    @Inject
    @Db("audit")
    Engine auditEngine;

    @Inject
    @Db("audit")
    SessionFactory auditSessions;

    @Inject
    @Db("audit")
    Session audit;

    @Inject
    Inner inner;

    @Inject
    TransactionSynchronizationRegistry registry;

    /** Makes the tables anew. */
    public void reset() {
        sessions.metaData().dropAll(engine);
        sessions.metaData().createAll(engine);
        auditSessions.metaData().dropAll(auditEngine);
        auditSessions.metaData().createAll(auditEngine);
    }

    public long artists() {
        return sessions.inTransaction(s -> s.query(Artist.class).count());
    }

    public long auditLines() {
        return auditSessions.inTransaction(s -> s.query(AuditLine.class).count());
    }

    @Transactional
    public Artist add(String name) {
        Artist artist = new Artist(name);
        session.add(artist);
        return artist;
    }

    @Transactional
    public void addAndFail(String name) {
        session.add(new Artist(name));
        session.flush();
        throw new IllegalStateException("thrown by the application");
    }

    @Transactional
    public void addAndMark(String name) {
        session.add(new Artist(name));
        session.flush();
        registry.setRollbackOnly();
    }

    @Transactional
    public void addBoth(String name) {
        session.add(new Artist(name));
        audit.add(new AuditLine("added " + name));
    }

    @Transactional
    public void addBothAndFail(String name) {
        addBoth(name);
        session.flush();
        audit.flush();
        throw new IllegalStateException("thrown by the application");
    }

    /** The second engine refuses at commit: the first must not keep its part. */
    @Transactional
    public void addBothWithTheSameLineTwice(String name) {
        session.add(new Artist(name));
        audit.add(new AuditLine("same"));
        audit.add(new AuditLine("same"));
    }

    /** The outer transaction fails; the inner one of its own has committed. */
    @Transactional
    public void outerFailsInnerStays() {
        session.add(new Artist("outer"));
        session.flush();
        inner.addInNew("inner");
        throw new IllegalStateException("thrown by the application");
    }

    /** What code outside any transaction sees while one is suspended: not its session, not its uncommitted row. */
    @Transactional
    @ActivateRequestContext
    public String sessionsAreApart() {
        Artist artist = new Artist("outer");
        session.add(artist);
        boolean here = session.contains(artist);
        return here + " " + inner.containsWithout(artist) + " " + inner.containsInNew(artist) + " "
                + session.contains(artist);
    }

    /** Uses the suspended transaction's session itself, past the injected one. */
    @Transactional
    public void useSuspended() {
        session.add(new Artist("outer"));
        session.flush();
        inner.queryInNew(session.query(Artist.class));
    }

    @Transactional
    public void savepoint() {
        session.add(new Artist("kept"));
        try (NestedTransaction nested = session.beginNested()) {
            session.add(new Artist("taken back"));
            session.flush();
            nested.rollback();
        }
        try (NestedTransaction nested = session.beginNested()) {
            session.add(new Artist("kept too"));
            nested.commit();
        }
    }

    /** An error that the application swallows must not let the transaction commit in silence. */
    @Transactional
    public void swallow(boolean[] marked) {
        session.add(new Artist("before the error"));
        session.flush();
        try {
            session.execute(org.aludel.sql.Sql.text("SELECT nothing FROM nowhere"))
                    .all();
        } catch (org.aludel.errors.DatabaseException swallowed) {
            marked[0] = registry.getRollbackOnly();
        }
    }

    @Transactional
    public void commitByHand() {
        session.commit();
    }

    @ActivateRequestContext
    public int lazyAfterTransaction(String artist) {
        add(artist);
        inner.addAlbum(artist, "An Album");
        Artist found = inner.find(artist);
        // No transaction is active any more; the request is.
        return found.getAlbums().size();
    }

    @ActivateRequestContext
    public boolean sameObjectTwice(String name) {
        return inner.find(name) == inner.find(name);
    }

    public long countByInjectedSession() {
        return session.query(Artist.class).count();
    }

    public Artist byName(String name) {
        return sessions.inTransaction(
                s -> s.query(Artist.class).filter(Artist_.name.eq(name)).oneOrNone());
    }

    /** What other transactions do. */
    @ApplicationScoped
    public static class Inner {

        @Inject
        Session session;

        @Transactional(TxType.REQUIRES_NEW)
        public void addInNew(String name) {
            session.add(new Artist(name));
        }

        @Transactional(TxType.REQUIRES_NEW)
        public boolean containsInNew(Artist artist) {
            return session.contains(artist);
        }

        @Transactional(TxType.NOT_SUPPORTED)
        public boolean containsWithout(Artist artist) {
            return session.contains(artist);
        }

        @Transactional(TxType.REQUIRES_NEW)
        public void queryInNew(org.aludel.orm.Query<Artist> queryOfTheOuter) {
            queryOfTheOuter.all();
        }

        @Transactional
        public void addAlbum(String artist, String title) {
            session.add(new org.aludel.quickstart.model.Album(title, find(artist)));
        }

        @Transactional
        public Artist find(String name) {
            return session.query(Artist.class).filter(Artist_.name.eq(name)).one();
        }
    }
}
