package org.aludel.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.sql.Insert;
import org.aludel.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A database connection borrowed from an engine. Outside a transaction each statement commits itself. Used by one thread
 * at a time; closing it rolls back what was not committed and gives it back.
 *
 * <p><b>What an error does.</b> A statement that fails leaves the transaction as the database leaves it. Where the
 * database ends the transaction's usefulness (PostgreSQL), the transaction is marked failed: {@code commit()} refuses and
 * names the first error, and only rollback, or rollback to a savepoint set before, goes on.
 *
 * @since 0.1
 */
public interface Connection extends AutoCloseable {

    /** The engine it was borrowed from. */
    Engine engine();

    /**
     * Executes a statement with the values it carries.
     *
     * @throws org.aludel.errors.DatabaseException when the database refuses it
     * @throws org.aludel.errors.CompileException when it can't be written for this database
     */
    Result execute(Statement statement);

    /** Executes a statement; an INSERT or UPDATE writes the columns that the parameters name. */
    Result execute(Statement statement, Map<String, ? extends @Nullable Object> parameters);

    /**
     * Executes a statement once for each set of parameters, as one batch.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0230 before anything is sent, when a later set lacks a name of the
     *     first
     */
    Result execute(Statement statement, List<? extends Map<String, ? extends @Nullable Object>> parameterSets);

    /**
     * Executes an INSERT of one row once for each set of parameters, in as few round trips as the database allows, and gives
     * the primary keys of the rows in the order of the sets: values given and values generated.
     *
     * <pre>{@code
     * List<Row> keys = connection.executeForKeys(users.insert(), List.of(params("name", "ed"), params("name", "wendy")));
     * int ed = keys.get(0).getInt("id");
     * }</pre>
     *
     * <p>PostgreSQL does it in one statement over arrays, H2, HSQLDB, Firebird, MySQL and MariaDB in one JDBC batch, SQLite
     * and others in statements of many rows; databases that can do none of it insert one by one. For other columns than the
     * key, {@code execute} an INSERT with {@code returning(...)}, which goes the same ways, on MariaDB in statements of many
     * rows.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0230 before anything is sent, when a later set lacks a name of the
     *     first
     * @throws org.aludel.errors.InvalidRequestException ALU-0239 where the table has no primary key
     */
    List<Row> executeForKeys(Insert insert, List<? extends Map<String, ? extends @Nullable Object>> parameterSets);

    /**
     * Executes a query whose rows come in portions, without all being held in memory. The stream must be closed; the
     * connection can do nothing else meanwhile on some databases.
     *
     * @param fetchSize rows in a portion
     */
    Stream<Row> stream(Statement statement, int fetchSize);

    /**
     * The same connection, executing with other options; closing either closes both. An isolation level and the hint
     * that it only reads are set on the connection at once, until it goes back to the pool.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0227 for those two inside a transaction
     */
    Connection with(ExecutionOptions options);

    /** The options in force. */
    ExecutionOptions options();

    /**
     * Begins a transaction, or joins the one that is open: inner commits only count, the outermost one commits, a
     * rollback at any depth ends all.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0222 when JTA controls this connection
     */
    Transaction begin();

    /** Sets a savepoint; begins a transaction first if none is open. */
    NestedTransaction beginNested();

    /**
     * Begins a two-phase transaction without a decision record; see {@link TwoPhase} for one with.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0225 where the database does not do it durably
     */
    TwoPhaseTransaction beginTwoPhase();

    /** Ids of prepared two-phase transactions that wait for their decision in this database. */
    List<String> recoverTwoPhase();

    /** Ends a prepared two-phase transaction found by {@link #recoverTwoPhase()}. */
    void finishTwoPhase(String id, boolean commit);

    /**
     * Stops the statement that another thread runs on this connection now. That thread gets a {@link
     * org.aludel.errors.StatementCancelledException}; the transaction is then as after any failed statement. A statement
     * that ends just before is not affected, nor is the one after it. Rows that are being read from a stream are not a
     * running statement: close the stream.
     *
     * <p>May be called from any thread, also while the connection is in use or closed.
     *
     * @return whether a statement was running
     * @throws org.aludel.errors.InvalidRequestException ALU-0286 where the driver can't do it (Derby)
     */
    boolean cancel();

    /** Whether a transaction is open. */
    boolean inTransaction();

    /** The isolation level in force. */
    Isolation isolation();

    /**
     * Sets the isolation level until the connection is closed.
     *
     * @throws org.aludel.errors.TransactionStateException ALU-0227 inside a transaction
     */
    Connection isolation(Isolation isolation);

    /**
     * The JDBC connection or the driver's own type of it. While a transaction is open, {@code commit}, {@code rollback}
     * and {@code setAutoCommit} of the JDBC connection are refused.
     */
    <T> T unwrap(Class<T> type);

    /** Marks the connection broken: the pool discards it when it is closed. */
    void invalidate();

    /** Whether it was closed. */
    boolean isClosed();

    /** Rolls back what was not committed, closes open results and gives the connection back. */
    @Override
    void close();
}
