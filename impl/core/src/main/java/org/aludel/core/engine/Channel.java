package org.aludel.core.engine;

import java.lang.ref.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.UrlSecrets;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.engine.Checkin;
import org.aludel.engine.HandleError;
import org.aludel.engine.Invalidate;
import org.aludel.engine.Isolation;
import org.aludel.engine.spi.Lease;
import org.aludel.errors.AludelException;
import org.aludel.errors.DatabaseException;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * The physical side of a connection: the JDBC connection on loan, who uses it now, what is open on it, and whether it is
 * still good. Connections with other options share one channel.
 */
final class Channel {

    final CoreEngine engine;
    final TransactionControl transactions;
    private final ThreadGuard guard = new ThreadGuard();
    private final @Nullable Lease lease;
    private final @Nullable TransactionScope scope;
    private final CoreConnection owner;
    private Connection jdbc;
    private @Nullable Rows firstOpen;
    private @Nullable Writes writes;
    private @Nullable Isolation isolation;
    private int isolationBefore = -1;
    private @Nullable Boolean readOnlyBefore;
    private @Nullable Boolean autocommitBefore; // null until the driver was asked
    private boolean autocommit;
    private boolean broken;
    private int holders = 1; // more than one with thread-local checkout only
    private volatile boolean closed;
    private volatile boolean completed;
    private final long made = System.currentTimeMillis();
    private final RunningStatement running = new RunningStatement();

    /** A channel on a connection of the pool's, or, with a scope, on one that someone else's transaction owns. */
    Channel(
            CoreEngine engine,
            CoreConnection owner,
            Connection jdbc,
            @Nullable Lease lease,
            @Nullable TransactionScope scope) {
        this.engine = engine;
        this.owner = owner;
        this.jdbc = jdbc;
        this.lease = lease;
        this.scope = scope;
        this.transactions = new TransactionControl(this);
    }

    /** The JDBC connection in use: the pool's, or for the time of a two-phase transaction the branch's own. */
    Connection jdbc() {
        return jdbc;
    }

    /** The JDBC connection that users get who ask for it. */
    Connection shown() {
        return lease != null && jdbc == lease.jdbc() ? lease.shown() : jdbc;
    }

    /** The connection as users know it. */
    CoreConnection owner() {
        return owner;
    }

    @Nullable
    TransactionScope scope() {
        return scope;
    }

    /** Replaces the JDBC connection for the time of a two-phase transaction; returns the one replaced. */
    Connection swap(Connection other) {
        Connection before = jdbc;
        jdbc = other;
        return before;
    }

    /** Claims the connection for the calling thread, until {@link #exit}. */
    void enter() {
        guard.enter();
        try {
            refuseUnusable();
        } catch (AludelException e) {
            guard.exit();
            throw e;
        }
    }

    /** As {@link #enter()}, for whoever sends statements: what is prepared takes none. */
    void enterToExecute() {
        enter();
        try {
            if (transactions.isPrepared()) {
                throw Transactions.prepared();
            }
            transactions.beforeStatement();
        } catch (AludelException e) {
            guard.exit();
            throw e;
        }
    }

    void exit() {
        guard.exit();
        // the pool takes the connection back when this becomes unreachable, which it must not while a statement runs
        Reference.reachabilityFence(this);
    }

    private void refuseUnusable() {
        if (closed) {
            throw new InvalidRequestException(
                    "ALU-0212",
                    "the connection is closed; where: engine " + engine.name()
                            + "; what to do: use it inside its block, or borrow another with connect()");
        }
        if (scope != null) {
            AludelException refusal = scope.refusal();
            if (refusal != null) {
                throw refusal;
            }
            if (completed) {
                throw Transactions.ended(scope);
            }
        }
    }

    /** A statement was executed, or has failed: whoever wants to know what is written is told at the end. */
    void ran(Plan plan, String sql) {
        if (engine.watchesWrites()) {
            Writes known = writes;
            if (known == null) {
                known = new Writes(engine);
                writes = known;
            }
            known.ran(plan.compiled(), sql, transactions.isOpen() && !isAutocommit());
        }
    }

    /** What the open transaction has written to; null if nothing, or if nobody wants to know. */
    @Nullable
    Writes writes() {
        return writes;
    }

    /** The transaction has ended. */
    void writesEnded(boolean maybeCommitted) {
        if (writes != null) {
            writes.ended(maybeCommitted);
        }
    }

    void opened(Rows rows) {
        rows.nextOpen = firstOpen;
        if (firstOpen != null) {
            firstOpen.previousOpen = rows;
        }
        firstOpen = rows;
    }

    void ended(Rows rows) {
        if (rows.previousOpen != null) {
            rows.previousOpen.nextOpen = rows.nextOpen;
        } else if (firstOpen == rows) {
            firstOpen = rows.nextOpen;
        }
        if (rows.nextOpen != null) {
            rows.nextOpen.previousOpen = rows.previousOpen;
        }
        rows.previousOpen = null;
        rows.nextOpen = null;
    }

    /**
     * Refuses what can't be done while rows stream.
     *
     * @param sql the statement to be executed, or what else is to be done
     * @param readsOnly whether it is a query
     * @throws InvalidRequestException ALU-0258 where the connection streams alone, ALU-0259 where the write would be part of
     *     a transaction that is open for the rows only
     */
    void refuseWhileStreaming(String sql, boolean readsOnly) {
        for (Rows rows = firstOpen; rows != null; rows = rows.nextOpen) {
            Streaming streaming = rows.streaming();
            if (streaming == null) {
                continue;
            }
            if (engine.dialect().streamsAlone()) {
                throw new InvalidRequestException(
                        "ALU-0258",
                        "rows stream on this connection, which can do nothing else until they are read or closed; where: "
                                + sql + ", while " + rows.sql() + " streams, engine " + engine.name()
                                + "; what to do: read the stream to its end or close it first, or use another connection");
            }
            if (streaming.holdsTransaction() && !readsOnly) {
                throw new InvalidRequestException(
                        "ALU-0259",
                        "rows stream outside a transaction, which allows queries only until they are read or closed;"
                                + " where: " + sql + ", while " + rows.sql() + " streams, engine " + engine.name()
                                + "; what to do: begin a transaction before the stream");
            }
        }
    }

    /** Whether a transaction is open for rows that stream, and for nothing else. */
    boolean holdsTransactionForRows() {
        for (Rows rows = firstOpen; rows != null; rows = rows.nextOpen) {
            Streaming streaming = rows.streaming();
            if (streaming != null && streaming.holdsTransaction()) {
                return true;
            }
        }
        return false;
    }

    /** The transaction commits: what streams in it ends. */
    void closeStreams() {
        for (Rows rows = firstOpen; rows != null; ) {
            Rows next = rows.nextOpen;
            if (rows.streaming() != null) {
                rows.cutOff();
            }
            rows = next;
        }
    }

    void closeOpenRows() {
        while (firstOpen != null) {
            firstOpen.cutOff();
        }
    }

    /**
     * Sorts an error of a statement, notes what it means for the transaction and the connection, and tells listeners.
     *
     * @return the exception to throw
     */
    DatabaseException failed(SQLException error, @Nullable String sql, ParameterSets parameters) {
        ErrorKind kind = running.kind(kind(error));
        DatabaseException sorted = engine.errors().sort(error, kind, sql, parameters);
        if (kind == ErrorKind.DISCONNECT) {
            invalidate();
            engine.connectionLost();
        }
        transactions.statementFailed(sorted, engine.errors().endsTransaction(kind, error));
        if (engine.events().isActive()) {
            engine.events().fire(new HandleError(engine, owner, sorted));
        }
        return sorted;
    }

    private ErrorKind kind(SQLException error) {
        ErrorKind kind = engine.errors().kind(error);
        try {
            return engine.dialect().isLost(jdbc, kind) ? ErrorKind.DISCONNECT : kind;
        } catch (SQLException e) {
            error.addSuppressed(e);
            return ErrorKind.DISCONNECT;
        }
    }

    /** The connection is not to be used by anyone else again. */
    void invalidate() {
        if (!broken && engine.events().isActive()) {
            engine.events().fire(new Invalidate(engine, jdbc));
        }
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    Isolation isolation() {
        try {
            return isolation != null ? isolation : IsolationLevels.of(jdbc.getTransactionIsolation());
        } catch (SQLException e) {
            throw failed(e, null, ParameterSets.NONE);
        }
    }

    /** Up to when the commits of others are seen, as {@link CoreConnection#seesUpTo}. */
    long seesUpTo() {
        Isolation own = isolation;
        Isolation known = own == null ? engine.usualIsolation(this::isolation) : own;
        return switch (known) {
            case AUTOCOMMIT, READ_COMMITTED -> Long.MAX_VALUE;
            case READ_UNCOMMITTED -> 0;
            default -> scope == null ? transactions.begunAt() : made;
        };
    }

    /** Sets the level until the connection goes back. */
    void isolation(Isolation level) {
        try {
            if (level != Isolation.AUTOCOMMIT) {
                IsolationLevels.require(jdbc, engine.dialect(), level);
                if (isolationBefore < 0) {
                    isolationBefore = jdbc.getTransactionIsolation();
                }
                jdbc.setTransactionIsolation(IsolationLevels.jdbc(level));
            }
            isolation = level;
        } catch (SQLException e) {
            throw failed(e, null, ParameterSets.NONE);
        }
    }

    /** Pools may have set what an engine that only reads was told once for each connection back. */
    void readAsTold() {
        if (engine.isReadOnly()) {
            try {
                engine.dialect().setReadOnly(jdbc, true);
            } catch (SQLException e) {
                throw failed(e, null, ParameterSets.NONE);
            }
        }
    }

    /** Tells the driver that the connection only reads, or writes too, until it goes back. */
    void readOnly(boolean on) {
        try {
            if (readOnlyBefore == null) {
                readOnlyBefore = engine.isReadOnly();
            }
            engine.dialect().setReadOnly(jdbc, on);
        } catch (SQLException e) {
            throw failed(e, null, ParameterSets.NONE);
        }
    }

    /** Lets the JDBC connection commit each statement, or not; the driver is told only of a change. */
    void autocommit(boolean on) throws SQLException {
        if (autocommitBefore == null) {
            autocommit = jdbc.getAutoCommit();
            autocommitBefore = autocommit;
        }
        if (autocommit != on) {
            jdbc.setAutoCommit(on);
            autocommit = on;
        }
    }

    /** As the pool gave it. */
    void autocommitAsBefore() throws SQLException {
        if (autocommitBefore != null) {
            autocommit(autocommitBefore);
        }
    }

    boolean isAutocommit() {
        return isolation == Isolation.AUTOCOMMIT
                || isolation == null && engine.defaultIsolation() == Isolation.AUTOCOMMIT;
    }

    boolean isClosed() {
        return closed || completed;
    }

    /** Another user in the same thread, who closes the connection too. */
    void retain() {
        guard.enter();
        try {
            holders++;
        } finally {
            guard.exit();
        }
    }

    /** Ends everything and gives the connection back, after the last of its holders; a connection of someone else's transaction stays where it is. */
    void close() {
        if (closed) {
            return;
        }
        if (scope != null) {
            return;
        }
        guard.enter();
        try {
            if (--holders > 0) {
                return;
            }
            closeOpenRows();
            try {
                transactions.rollbackOpen();
            } catch (AludelException e) {
                invalidate(); // a connection that can't even roll back is thrown away; closing must not fail for it
            }
            closed = true;
            giveBack();
        } finally {
            guard.exit();
        }
    }

    private void giveBack() {
        Lease borrowed = lease;
        if (borrowed == null) {
            return;
        }
        if (engine.events().isActive()) {
            engine.events().fire(new Checkin(engine, jdbc));
        }
        if (!broken) {
            try {
                autocommitAsBefore();
                if (isolationBefore >= 0) {
                    jdbc.setTransactionIsolation(isolationBefore);
                }
                if (readOnlyBefore != null) {
                    engine.dialect().setReadOnly(jdbc, readOnlyBefore);
                }
            } catch (SQLException | RuntimeException e) {
                broken = true; // what can't be brought to its first state is not lent again
            }
        }
        if (broken) {
            borrowed.discard();
        } else {
            borrowed.release();
        }
    }

    /** A statement is about to run: whoever ends the transaction cancels it, and users may. */
    void running(Statement statement, @Nullable Duration limit) {
        if (limit == null || engine.dialect().stopsInTime()) {
            running.begin(statement);
        } else {
            running.begin(statement, limit);
        }
    }

    /** The statement has ended. */
    void ran() {
        running.end();
    }

    /** Stops what runs; called by other threads than the one that uses the connection. */
    boolean cancel() {
        try {
            return running.cancel();
        } catch (SQLException e) {
            throw new InvalidRequestException(
                    "ALU-0286",
                    "the running statement could not be cancelled: " + UrlSecrets.mask(String.valueOf(e.getMessage()))
                            + "; where: engine " + engine.name()
                            + "; what to do: set a timeout before (withTimeout), where the driver can't cancel",
                    e);
        }
    }

    /** Someone else's transaction has ended; may run on any thread, also while a statement runs. */
    void completed() {
        completed = true;
        writesEnded(true);
        try {
            running.cancel();
        } catch (SQLException e) {
            System.getLogger("org.aludel.engine")
                    .log(System.Logger.Level.DEBUG, "a statement could not be cancelled", e);
        }
    }
}
