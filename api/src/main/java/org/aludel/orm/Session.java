package org.aludel.orm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.TransactionTask;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A workplace for objects: it loads each row as one object, notes what changes, and writes the changes in one go. It
 * begins a transaction with its first SQL; {@link #commit()} or {@link #rollback()} end it, and the next SQL begins
 * another. It may be handed from thread to thread but not be used by two at once.
 *
 * <pre>{@code
 * try (Session session = sessions.open()) {
 *     User ed = session.query(User.class).filter(User_.name.eq("ed")).one();
 *     ed.setName("edward");
 *     session.commit();
 * }
 * }</pre>
 *
 * <p>All methods throw {@code InvalidRequestException} ALU-0500 on a closed session, {@code ThreadUseException} ALU-0504
 * when another thread is inside, and those that need SQL throw {@code TransactionStateException} ALU-0503 while a failed
 * flush waits for {@link #rollback()}.
 *
 * @since 0.1
 */
public interface Session extends AutoCloseable {

    // ---- objects in and out

    /**
     * Takes an object into the session, with what it refers to where relations cascade. A new object is inserted by the
     * next flush; a detached one is tracked again.
     *
     * @throws org.aludel.errors.MappingException if its class is not mapped
     * @throws org.aludel.errors.InvalidRequestException ALU-0510 if another session has it; ALU-0511 if the session has
     *     another object of its key
     */
    void add(Object object);

    /** Adds each of these objects. */
    void addAll(Iterable<?> objects);

    /** Adds each of these objects. */
    void addAll(Object... objects);

    /**
     * Has the object's row deleted by the next flush, and the rows of what it refers to where relations cascade
     * deletion. Objects that refer to it get a null reference.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0512 if it has no row
     */
    void delete(Object object);

    /**
     * Brings the state of an object from elsewhere (detached, deserialised, made by hand) onto this session's object of
     * its key, loading that or making a new one, along relations that cascade merging. What an object does not have
     * loaded is left as it is. An object made by hand has no record of what was set in it: its nulls and its empty
     * collections count as not set.
     *
     * @return the session's object; the argument is left alone
     */
    <T> T merge(T object);

    /**
     * As {@link #merge(Object)}, but possibly without asking the database: what the object has loaded then counts as loaded
     * in this session too, without any change to be written. For objects from a cache, whose rows are known to be the same.
     *
     * @param load whether the session's object is loaded if it is not there
     * @return the session's object
     * @throws org.aludel.errors.InvalidRequestException without loading: ALU-0776 for an object that has no identity, ALU-0777
     *     for one that has changes
     */
    <T> T merge(T object, boolean load);

    /** Lets the object go, with what it refers to where relations cascade so. */
    void expunge(Object object);

    /** Lets all objects go; changes that were not flushed are forgotten. */
    void clear();

    /**
     * Makes a detached object, or one of this session, an object that no session knows: adding it inserts it. It keeps its
     * values, those of its key too; what was not loaded or had expired is null, a collection empty.
     */
    void makeTransient(Object object);

    /** Whether the object belongs to this session. */
    boolean contains(Object object);

    /** Whether the session has the object of a key; no SQL. */
    boolean contains(IdentityKey key);

    /** The key by which an object is known; null for one that has no row yet. */
    @Nullable
    IdentityKey identityKey(Object object);

    /** The key of a row that holds the primary key's columns, by their names. */
    IdentityKey identityKey(Class<?> type, Row row);

    // ---- loading

    /**
     * The object of a key: the one in the session if there is one, else it is loaded.
     *
     * @param key the value of a single key, of any integral type if it is a number; a {@code List} of several
     * @return null if there is no row, or it is of another subclass
     * @throws org.aludel.errors.ArgumentException if the key does not fit the class
     */
    <T> @Nullable T get(Class<T> type, Object key);

    /** The object of a key, read anew and locked. */
    <T> @Nullable T get(Class<T> type, Object key, LockMode lock);

    /** As {@link #get(Class, Object)}. */
    <T> Optional<T> find(Class<T> type, Object key);

    /** Reads an object's columns anew, dropping changes to it. */
    void refresh(Object object);

    /** Reads an object's columns anew and locks its row. */
    void refresh(Object object, LockMode lock);

    /** Forgets an object's loaded values and its changes; they are read anew when needed. */
    void expire(Object object);

    /** Forgets the values of attributes, given by name. */
    void expire(Object object, String... attributes);

    /** Forgets the loaded values and changes of all objects. */
    void expireAll();

    // ---- queries

    /** Asks for objects of a class, each once. */
    <T> Query<T> query(Class<T> type);

    /** Asks for objects of a named occurrence of a class. */
    <T> Query<T> query(Alias<T> alias);

    /** Asks for the values of one expression. */
    <T> Query<T> query(Expr<T> expression);

    /** Asks for typed rows. */
    <T> Query<T> query(RowShape<T> shape);

    /** Asks for rows of values and objects. */
    Query<Row> query(Selectable... parts);

    /** Executes a statement of the core in the session's transaction, after a flush if autoflush is on. */
    Result execute(Statement statement);

    /** Executes a statement with parameters. */
    Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters);

    /** Executes a statement once for each set of parameters, as one batch. */
    Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets);

    /** The connection of the session's transaction, which begins if there is none. It is closed by the session. */
    Connection connection();

    /** The connection that serves a mapped class, in the session's transaction, which begins if there is none. */
    Connection connection(Class<?> type);

    /** The engine that serves a mapped class now. */
    Engine engine(Class<?> type);

    /** The shard in which the row of an object is, its identity token; null where there are none, or no row yet. */
    @Nullable
    String shardOf(Object object);

    // ---- changes

    /** Assigns a SQL expression to a column; the next flush executes it, and the value is read back when needed. */
    <E, T> void set(E object, Attribute<? super E, T> attribute, Expr<? extends T> expression);

    /** What happened to a column since the last flush. */
    <E, T> History<T> history(E object, Attribute<? super E, T> attribute);

    /** What happened to a relation since the last flush; nothing is loaded. */
    <E, T> History<T> history(E object, Relation<? super E, T> relation);

    /**
     * What happened to an attribute since the last flush.
     *
     * @param attribute name of the attribute
     * @param load whether it is loaded if it is not; else its history is empty then
     */
    History<@Nullable Object> history(Object object, String attribute, boolean load);

    /**
     * Whether the object has changes that are not flushed, net ones: of an object with a row, values that differ from the
     * committed ones; of a new one, values at all. It need not belong to this session.
     */
    boolean isModified(Object object);

    /** As {@link #isModified(Object)}; without collections, only what is written to the object's own row counts. */
    boolean isModified(Object object, boolean includeCollections);

    /**
     * Marks an attribute as changed, whatever its value: the next flush writes it.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0481 if it is not loaded
     */
    void flagModified(Object object, String attribute);

    /** Marks an object as changed without naming an attribute: the next flush has it among its objects. */
    void flagDirty(Object object);

    /** Gives an attribute a value as if it had been loaded: without event, history or SQL. */
    void setCommitted(Object object, String attribute, @Nullable Object value);

    /** Undoes an object's changes since the last flush, without SQL. */
    void revert(Object object);

    /** New objects that the next flush inserts. */
    List<Object> newObjects();

    /**
     * Objects with a row that were changed since the last flush, or flagged. Changes that cancel out are not told from others
     * here: {@link #isModified(Object)} does.
     */
    List<Object> modifiedObjects();

    /** Objects whose rows the next flush deletes. */
    List<Object> deletedObjects();

    /**
     * Writes all changes. A failure rolls the transaction back (to the savepoint, inside {@link #beginNested()}).
     *
     * @throws org.aludel.errors.FlushException when the changes can't be ordered
     * @throws org.aludel.errors.StaleDataException when a row is not there any more or has another version
     * @throws org.aludel.errors.DatabaseException when the database refuses one
     */
    void flush();

    /**
     * Writes the changes of these objects, and of the new objects that they refer to; what else has changed waits for
     * another flush.
     *
     * @throws org.aludel.errors.InvalidRequestException ALU-0512 for an object that is not in this session
     */
    void flush(Object... objects);

    /** The rows a flush would write now, in order, as text; nothing is written. */
    String flushPlan();

    /** Whether changes are flushed before queries and lazy loads. */
    boolean isAutoflush();

    /** Turns autoflush on or off for this session. */
    void autoflush(boolean on);

    /**
     * Replaces the options for everything that this session loads from now on.
     *
     * @see SessionFactoryBuilder#loadOptions
     */
    void loadOptions(LoadOption... options);

    // ---- events

    /**
     * Calls a handler for each event of a type in this session.
     *
     * @return removes the handler when closed
     */
    <E extends SessionEvent> EventRegistration on(Class<E> type, Consumer<? super E> handler);

    /** Calls a handler for events in this session that a filter lets through. */
    <E extends SessionEvent> EventRegistration on(Class<E> type, EventFilter filter, Consumer<? super E> handler);

    // ---- rows in bulk

    /**
     * Inserts one row of a class for each map, at the speed of plain batches: keys are names of attributes, values are
     * written as they are. Nothing becomes an object of the session; there are no cascades, relations or events.
     *
     * <pre>{@code
     * session.bulkInsertMappings(User.class, List.of(Map.of("name", "ed"), Map.of("name", "jack")));
     * }</pre>
     *
     * @throws org.aludel.errors.ArgumentException ALU-0615 for an attribute that is no column
     */
    void bulkInsertMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows);

    /**
     * Updates one row of a class for each map, which holds its primary key; the other attributes in it are set. A version
     * that is given is checked and stepped on.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0614 for a map without the whole key, ALU-0615 for an attribute that
     *     is no column
     * @throws org.aludel.errors.StaleDataException ALU-0609 if there is no such row
     */
    void bulkUpdateMappings(Class<?> type, List<? extends Map<String, ? extends @Nullable Object>> rows);

    /**
     * Writes objects as they stand, in batches: those with a row are updated in what has changed, others are inserted. They
     * do not come into the session and learn nothing of the flush; there are no cascades, relations or events.
     */
    void bulkSaveObjects(Iterable<?> objects);

    /**
     * As {@link #bulkSaveObjects(Iterable)}.
     *
     * @param returnKeys whether new objects get the keys that the database makes, which costs a statement for each
     */
    void bulkSaveObjects(Iterable<?> objects, boolean returnKeys);

    // ---- transactions

    /** Flushes and commits. */
    void commit();

    /**
     * First phase of a commit over several engines: writes changes, and every engine promises that it can commit. What may
     * follow is {@link #commit()} or {@link #rollback()}; commit alone does both phases.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0550 if the factory was not built with two phases
     */
    void prepare();

    /** Rolls back, and puts objects back to where they were: new ones are new again, deleted ones are back. */
    void rollback();

    /**
     * Begins a piece of work that is written apart. Until the scope ends, flushes see only what changes from now on: objects
     * that were new, changed or deleted before wait, unless they change again or a row that is written needs their key.
     * Committing the outermost scope writes what has changed in it and commits the transaction; committing an inner one
     * only writes. A scope that is left without commit takes back, in memory and in the database, what has changed in it.
     * What waited is part of the surrounding work again.
     *
     * <pre>{@code
     * draft.setTitle("not yet");
     * try (NestedTransaction work = session.begin()) {
     *     session.add(new AuditLine("looked at"));
     *     work.commit();                               // the audit line alone
     * }
     * session.commit();                                // the draft
     * }</pre>
     */
    NestedTransaction begin();

    /** Does a task in a scope of its own, as of {@link #begin()}, and commits it; an exception takes it back and comes out. */
    default <X extends Throwable> void begin(TransactionTask<Session, X> task) throws X {
        try (NestedTransaction work = begin()) {
            task.accept(this);
            work.commit();
        }
    }

    /**
     * Flushes, then sets a savepoint. Rolling it back restores the values that objects had, without SQL; objects loaded
     * since are expired.
     */
    NestedTransaction beginNested();

    /** Whether a transaction has begun. */
    boolean inTransaction();

    /** The factory it comes from. */
    SessionFactory factory();

    /** Whether {@link #close()} was called. */
    boolean isClosed();

    /** Rolls back what was not committed and lets all objects go. Closing again does nothing. */
    @Override
    void close();
}
