package org.aludel.dialects.derby;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.EnumSet;
import javax.sql.XADataSource;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** Derby 10.14 and later. */
final class DerbyDialect extends CoreDialect {

    /** The SQLSTATE of what a connection refuses because XA is in control. */
    private static final String XA_ONLY = "XJ058";

    private static final DerbyTypeNames TYPE_NAMES = new DerbyTypeNames();
    private static final DerbyHandlers HANDLERS = new DerbyHandlers();

    DerbyDialect(DialectSettings settings) {
        super(
                "derby",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, DerbyWords.RESERVED),
                EnumSet.of(
                        Capability.MULTI_ROW_VALUES,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.DEFERRABLE_FOREIGN_KEYS,
                        Capability.DEFERRABLE_UNIQUE,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.TRANSACTIONAL_DDL,
                        Capability.FOR_UPDATE,
                        Capability.NATIVE_BOOLEAN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.SCHEMAS),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new DerbyDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 128;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new DerbyCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new DerbyDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new DerbySchemaReader(identifiers());
    }

    @Override
    protected @Nullable String sequenceQuery() {
        return "SELECT 1 FROM sys.syssequences WHERE sequencename = ?";
    }

    @Override
    public TypeNames typeNames() {
        return TYPE_NAMES;
    }

    @Override
    protected TypeVisitor<TypeHandler<?>> handlers() {
        return HANDLERS;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, boolean computed) {
        // the driver's generated keys are those of identity columns only
        return computed ? InsertPlan.Retrieval.NONE : super.keyRetrieval(insert, false);
    }

    @Override
    public boolean fetchesSequences(Insert insert) {
        return true;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        // the driver knows the key of one row only, and refuses columns that are not generated
        return rows > 1 || insert.isUpsert() || insert.table().generatedColumn() == null
                ? InsertPlan.Retrieval.NONE
                : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return DerbyErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind, SQLException error) {
        // SQLSTATEs of class 40 roll the whole transaction back, the wait for a lock that took too long among them
        return String.valueOf(error.getSQLState()).startsWith("40") || super.endsTransaction(kind, error);
    }

    @Override
    public String savepoint(String name) {
        return "SAVEPOINT " + name + " ON ROLLBACK RETAIN CURSORS";
    }

    /**
     * Through JDBC: the statement sets one savepoint and no second inside it. In an XA transaction the statement is all
     * there is.
     */
    @Override
    public @Nullable Savepoint setSavepoint(Connection connection, String name) throws SQLException {
        try {
            return connection.setSavepoint(name);
        } catch (SQLException e) {
            if (!XA_ONLY.equals(e.getSQLState())) {
                throw e;
            }
            return super.setSavepoint(connection, name);
        }
    }

    @Override
    public void releaseSavepoint(Connection connection, String name, @Nullable Savepoint savepoint)
            throws SQLException {
        if (savepoint == null) {
            super.releaseSavepoint(connection, name, null);
            return;
        }
        connection.releaseSavepoint(savepoint);
    }

    @Override
    public void rollbackToSavepoint(Connection connection, String name, @Nullable Savepoint savepoint)
            throws SQLException {
        if (savepoint == null) {
            super.rollbackToSavepoint(connection, name, null);
            super.releaseSavepoint(connection, name, null); // it would stand in the way of the next
            return;
        }
        connection.rollback(savepoint);
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.urlWithOptions(';', ';');
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return DerbyProvider.xaDataSource(arguments);
    }
}
