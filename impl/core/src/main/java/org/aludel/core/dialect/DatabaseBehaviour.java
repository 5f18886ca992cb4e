package org.aludel.core.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.Xid;
import org.aludel.core.compiler.Compiled;
import org.jspecify.annotations.Nullable;

/**
 * How a database and its driver behave, apart from how it spells SQL: what its errors mean, what they do to a transaction,
 * how results stream, how savepoints are written and how it takes part in two-phase transactions. Part of a dialect; one
 * subclass per database overrides what differs.
 */
public abstract class DatabaseBehaviour {

    /** Sorts an error by SQLSTATE, vendor code or message. */
    public SortedError sortError(SQLException error) {
        return StandardErrors.sort(error);
    }

    /**
     * Whether the transaction open on a connection can only be rolled back. Asked before each commit, so it must cost no
     * round trip where the driver knows.
     */
    public boolean isTransactionFailed(Connection connection) throws SQLException {
        return false;
    }

    /** Whether the database has ended the whole transaction, savepoints included, when it reports such an error. */
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DISCONNECT;
    }

    /**
     * As {@link #endsTransaction(ErrorKind)}, for databases where errors of one kind do not all do the same.
     *
     * @param error the error that was sorted
     */
    public boolean endsTransaction(ErrorKind kind, SQLException error) {
        return endsTransaction(kind);
    }

    /**
     * Whether the driver stops a statement that runs longer than JDBC's query timeout; where it does not, the engine
     * cancels it.
     */
    public boolean stopsInTime() {
        return true;
    }

    /**
     * Whether a connection is lost after an error of a kind that does not say so, because the driver gives it up. Asked
     * after each error.
     */
    public boolean isLost(Connection connection, ErrorKind kind) throws SQLException {
        return false;
    }

    /** The statement that sets a savepoint. */
    public String savepoint(String name) {
        return "SAVEPOINT " + name;
    }

    /** The statement that gives a savepoint up, or null where there is none. */
    public @Nullable String releaseSavepoint(String name) {
        return "RELEASE SAVEPOINT " + name;
    }

    /** The statement that goes back to a savepoint. */
    public String rollbackToSavepoint(String name) {
        return "ROLLBACK TO SAVEPOINT " + name;
    }

    /**
     * Sets a savepoint: by {@link #savepoint(String) a statement}, or through JDBC where no statement can do it.
     *
     * @return JDBC's savepoint; null if the name is all that is needed
     */
    public @Nullable Savepoint setSavepoint(Connection connection, String name) throws SQLException {
        execute(connection, savepoint(name));
        return null;
    }

    /** Gives a savepoint up. */
    public void releaseSavepoint(Connection connection, String name, @Nullable Savepoint savepoint)
            throws SQLException {
        String sql = releaseSavepoint(name);
        if (sql != null) {
            execute(connection, sql);
        }
    }

    /** Goes back to a savepoint. */
    public void rollbackToSavepoint(Connection connection, String name, @Nullable Savepoint savepoint)
            throws SQLException {
        execute(connection, rollbackToSavepoint(name));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The statement that puts the checks of deferrable constraints off to the end of the transaction.
     *
     * @param constraints names that need no quotes; all constraints if empty
     */
    public String deferConstraints(List<String> constraints) {
        return "SET CONSTRAINTS " + (constraints.isEmpty() ? "ALL" : String.join(", ", constraints)) + " DEFERRED";
    }

    /**
     * A prepared INSERT, UPDATE or DELETE as the database wants it executed: some need a statement before and after, or
     * give the rows of RETURNING by other ways than JDBC's. It is executed and asked as JDBC says.
     *
     * @param compiled what was prepared
     */
    public PreparedStatement writing(PreparedStatement statement, Compiled compiled) throws SQLException {
        return statement;
    }

    /**
     * Whether the driver gives, after a batch of INSERTs, any column of all rows that was asked for by name, in the order of the
     * batch. Where it is false, a driver with {@code BATCH_GENERATED_KEYS} gives the generated key.
     */
    public boolean batchGivesColumns() {
        return false;
    }

    /** Prepares a query whose rows are to stream. */
    public PreparedStatement prepareStreaming(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Makes a statement give its rows in portions; called before it is executed. */
    public void stream(PreparedStatement statement, int fetchSize) throws SQLException {
        statement.setFetchSize(fetchSize);
    }

    /** Called when a statement of which {@link #stream} was asked has been executed: undoes what other statements don't want. */
    public void streaming(PreparedStatement statement) throws SQLException {}

    /**
     * Whether a connection can do nothing else while rows stream on it. Where a driver would read the rest into memory to
     * be able to, this is true as well.
     */
    public boolean streamsAlone() {
        return false;
    }

    /** Whether rows stream inside a transaction only. */
    public boolean streamsInTransactionOnly() {
        return false;
    }

    /** Tells the database, or its driver, that a connection only reads, or writes too. */
    public void setReadOnly(Connection connection, boolean on) throws SQLException {
        connection.setReadOnly(on);
    }

    /** Prepares a new physical connection, before anyone uses it. */
    public void opened(Connection connection) throws SQLException {}

    /**
     * Whether connections can be set to an isolation level.
     *
     * @param level one of JDBC's constants
     */
    public boolean supportsIsolation(Connection connection, int level) throws SQLException {
        return connection.getMetaData().supportsTransactionIsolationLevel(level);
    }

    /**
     * Of the prepared branches that a driver lists, those that wait for their decision: some list what was finished long
     * ago.
     *
     * @param connection no branch is open on it
     */
    public List<Xid> inDoubt(XAConnection connection, List<Xid> listed) throws SQLException {
        return listed;
    }

    /** Whether a prepared transaction is lost when its connection closes, however durable it is otherwise. */
    public boolean branchesNeedTheirConnection() {
        return false;
    }

    /** What two-phase transactions are worth here. */
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.NONE;
    }

    /**
     * The JDBC URL with the driver's options in it, apart from user and password: for sources of XA connections, which
     * take nothing else.
     */
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.urlWithOptions('?', '&');
    }

    /** A source of XA connections to the same database, if {@link #twoPhase()} is not NONE. */
    public @Nullable XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return null;
    }
}
