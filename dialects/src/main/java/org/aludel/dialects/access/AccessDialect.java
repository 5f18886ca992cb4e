package org.aludel.dialects.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** Access 2010 files, through UCanAccess. */
final class AccessDialect extends CoreDialect {

    private static final AccessTypeNames TYPE_NAMES = new AccessTypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();
    private static final Literals LITERALS = new AccessLiterals();

    AccessDialect(DialectSettings settings) {
        super(
                "access",
                new Identifiers('[', ']', Identifiers.Folding.AS_WRITTEN, AccessWords.RESERVED),
                EnumSet.of(Capability.IDENTITY, Capability.NATIVE_BOOLEAN, Capability.TUPLE_IN, Capability.SAVEPOINTS),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new AccessDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 64;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new AccessCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new AccessDdlCompiler(this, compiler);
    }

    @Override
    public TypeNames typeNames() {
        return TYPE_NAMES;
    }

    @Override
    public SchemaReader schemaReader() {
        return new AccessSchemaReader(identifiers());
    }

    @Override
    public Literals literals() {
        return LITERALS;
    }

    @Override
    protected TypeVisitor<TypeHandler<?>> handlers() {
        return HANDLERS;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        return rows > 1 || insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public int maxParameters() {
        return 2000;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return AccessErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.SERIALIZATION || super.endsTransaction(kind);
    }

    /** The driver finds no name by itself if the name is a keyword or has an underscore; names are the same in any case. */
    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        String name = identifiers().stored(table);
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
            while (tables.next()) {
                if (name.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The driver unloads the file when it can't write what was changed, and its connections with it; they call themselves
     * valid all the same.
     */
    @Override
    public boolean isLost(Connection connection, ErrorKind kind) {
        if (kind != ErrorKind.OTHER) {
            return false;
        }
        try (Statement probe = connection.createStatement()) {
            probe.execute("SELECT 1 FROM (VALUES(0))");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public Savepoint setSavepoint(Connection connection, String name) throws SQLException {
        return connection.setSavepoint(name);
    }

    /** The driver forgets savepoints at the end of the transaction only. */
    @Override
    public void releaseSavepoint(Connection connection, String name, @Nullable Savepoint savepoint) {}

    @Override
    public void rollbackToSavepoint(Connection connection, String name, @Nullable Savepoint savepoint)
            throws SQLException {
        connection.rollback(savepoint);
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.urlWithOptions(';', ';');
    }

    /** Dates stand between number signs. */
    private static final class AccessLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "TRUE" : "FALSE";
        }

        @Override
        protected String moment(Temporal value) {
            String text = value.toString().replace('T', ' ');
            return "#" + (text.length() > 19 ? text.substring(0, 19) : text) + "#";
        }
    }
}
