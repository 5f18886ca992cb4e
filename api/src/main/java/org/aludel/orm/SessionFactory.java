package org.aludel.orm;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.StatementCache;
import org.aludel.engine.TransactionTask;
import org.aludel.engine.TransactionWork;
import org.aludel.orm.spi.SessionFactoryProvider;
import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a program, ready for use, and the place sessions come from. Safe for use by many threads; a program
 * keeps one per database.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.builder(engine).map(User.class, Address.class).build();
 * sessions.metaData().createAll(engine);
 * sessions.useTransaction(session -> session.add(new User("ed")));
 * }</pre>
 *
 * @since 0.1
 */
public interface SessionFactory extends AutoCloseable {

    /** Starts a factory for one database. */
    static SessionFactoryBuilder builder(Engine engine) {
        return SessionFactoryProvider.find().builder(engine);
    }

    /**
     * Starts a factory without an engine of its own: each class, or its table, is bound to one.
     *
     * <pre>{@code
     * SessionFactory sessions = SessionFactory.builder()
     *         .map(User.class, AuditLine.class)
     *         .bind(User.class, main).bind(AuditLine.class, audit)
     *         .twoPhase(true)
     *         .build();
     * }</pre>
     */
    static SessionFactoryBuilder builder() {
        return SessionFactoryProvider.find().builder(null);
    }

    /** A new session. It begins a transaction with its first SQL, and must be closed. */
    Session open();

    /**
     * A new session that works on a connection of the program. If the connection is in a transaction, the session works
     * inside it: its commit writes changes and leaves the transaction to who has begun it; its rollback rolls all of it
     * back. Else the session begins and ends transactions on it. The connection is never closed by the session.
     *
     * <pre>{@code
     * try (Connection connection = engine.connect(); Transaction transaction = connection.begin()) {
     *     connection.execute(users.insert().set(name, "core"));
     *     try (Session session = sessions.open(connection)) {
     *         session.add(new User("orm"));
     *         session.commit();
     *     }
     *     transaction.commit();
     * }
     * }</pre>
     */
    Session open(Connection connection);

    /**
     * Runs work in a session of its own and commits it; an exception rolls it back and comes out as it was thrown,
     * checked ones included. Objects come out detached, with what they had loaded.
     *
     * @return what the work returned
     */
    <T extends @Nullable Object, X extends Throwable> T inTransaction(TransactionWork<Session, T, X> work) throws X;

    /** As {@link #inTransaction}, for work without a result. */
    <X extends Throwable> void useTransaction(TransactionTask<Session, X> task) throws X;

    /**
     * What is known of a mapped class.
     *
     * @throws org.aludel.errors.MappingException ALU-0421 if the class is not mapped
     */
    <E> MappedClass<E> mapping(Class<E> type);

    /** All mapped classes; those whose tables are referred to come before those that refer. */
    List<MappedClass<?>> mappings();

    /** The tables of the mapped classes, in the collection that can create and drop them. */
    MetaData metaData();

    /**
     * Begins another factory with all that this one was built from: mappings, tables, engines, policies, and the handlers
     * that its builder was given. The mappings of a factory don't change while it lives, because its statements and loaded
     * objects depend on them: properties, relations, classes and handlers of the class are added in a new one, beside which
     * this one goes on as it is until it is closed.
     *
     * <pre>{@code
     * SessionFactory more = sessions.toBuilder()
     *         .configure(User.class, m -> m.property("addresses", relationship(Address.class)))
     *         .build();
     * }</pre>
     */
    SessionFactoryBuilder toBuilder();

    /**
     * The engine that serves what is bound to no other.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0552 if the factory has none
     */
    Engine engine();

    /**
     * What is kept of queries, of loads of relations, columns and objects by key: a query of a structure that was seen
     * before is neither built nor compiled again, whatever its values. Hits and misses count queries and loads; what was
     * compiled to SQL is counted by {@link Engine#statementCache()}.
     *
     * <pre>{@code
     * double share = (double) sessions.queryCache().hits() / (sessions.queryCache().hits() + sessions.queryCache().misses());
     * }</pre>
     */
    StatementCache queryCache();

    /**
     * Makes an object that the program has made stand for a row that is there: it becomes detached, with the identity that
     * its key says. What is null in it counts as not loaded, and so do its relations. {@link Session#add} then takes it in
     * without any SQL.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0558 if its key is not complete, or it has an identity already
     */
    void makeDetached(Object object);

    /** The session that an object belongs to, or null. */
    @Nullable
    Session sessionOf(Object object);

    /**
     * Calls a handler for each event of a type in any session of this factory, on the thread where it happens.
     * {@code SessionEvent.class} hears all of sessions, {@code OrmEvent.class} all there are. Events that nobody listens
     * to cost nothing.
     *
     * @return removes the handler when closed
     */
    <E extends OrmEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler);

    /** Calls a handler for events that a filter lets through; register before the objects are made or loaded. */
    <E extends OrmEvent> EventRegistration on(Class<E> type, EventFilter filter, Consumer<? super E> handler);

    /**
     * Calls the methods of an object that are marked with {@link Listens}.
     *
     * @return removes all of them when closed
     * @throws org.aludel.errors.ArgumentException ALU-0480 if there is none, or one can't be a handler
     */
    EventRegistration listen(Object listener);

    /** How the result cache does; nothing but zeros where there is none. */
    ResultCacheStatistics resultCacheStatistics();

    /** Whether {@link #close()} was called. */
    boolean isClosed();

    /** Ends the factory: no session can be opened any more. The engine stays open; it belongs to who made it. */
    @Override
    void close();
}
