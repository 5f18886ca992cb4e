package org.aludel.dialects.mssql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.XADataSource;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.dialect.XaDataSources;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.schema.Column;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** SQL Server, through Microsoft's driver or jTDS. */
final class SqlServerDialect extends CoreDialect {

    private static final SqlServerIdentifiers IDENTIFIERS = new SqlServerIdentifiers();
    private static final SqlServerHandlers HANDLERS = new SqlServerHandlers();
    private static final Literals LITERALS = new SqlServerLiterals();

    /** jTDS wants the parts of its URL apart. */
    private static final Pattern JTDS_URL =
            Pattern.compile("^jdbc:jtds:sqlserver://([^:/;]+)(?::(\\d+))?(?:/([^;]+))?");

    private final TypeNames typeNames;

    SqlServerDialect(DialectSettings settings) {
        super("mssql", IDENTIFIERS, capabilities(settings), settings);
        this.typeNames = new SqlServerTypeNames(settings);
    }

    private static Set<Capability> capabilities(DialectSettings settings) {
        Set<Capability> all = EnumSet.of(
                Capability.INSERT_RETURNING,
                Capability.UPDATE_RETURNING,
                Capability.DELETE_RETURNING,
                Capability.MULTI_ROW_RETURNING,
                Capability.UPDATE_FROM,
                Capability.DELETE_USING,
                Capability.UNIQUE_AT_STATEMENT_END,
                Capability.IDENTITY,
                Capability.SEQUENCES, // as of 2012; what is older refuses them itself
                Capability.SAVEPOINTS,
                Capability.TRANSACTIONAL_DDL,
                Capability.CTE,
                Capability.WINDOW_FUNCTIONS,
                Capability.FULL_JOIN,
                Capability.ALTER_CONSTRAINTS,
                Capability.UPSERT,
                Capability.SCHEMAS,
                Capability.DISTINCT_FROM);
        if (settings.isAtLeast(10, 0)) {
            all.add(Capability.MULTI_ROW_VALUES);
        }
        return all;
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new SqlServerDialect(other);
    }

    /** BIT takes 0 and 1 alone. */
    @Override
    public boolean needsTruthCheck() {
        return false;
    }

    @Override
    protected int identifierLength() {
        return 128;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new SqlServerCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new SqlServerDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new SqlServerSchemaReader(identifiers());
    }

    @Override
    public TypeNames typeNames() {
        return typeNames;
    }

    @Override
    public Literals literals() {
        return LITERALS;
    }

    @Override
    protected TypeVisitor<TypeHandler<?>> handlers() {
        return HANDLERS;
    }

    /** OUTPUT tells the keys, of several rows too. */
    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        return InsertPlan.Retrieval.RETURNING;
    }

    /** An identity column takes a value only if that is switched on. */
    @Override
    public PreparedStatement writing(PreparedStatement statement, Compiled compiled) {
        InsertPlan insert = compiled.insert();
        if (insert == null) {
            return statement;
        }
        Column<?> generated = insert.table().generatedColumn();
        return generated != null && insert.written().contains(generated)
                ? IdentityInsert.around(
                        statement,
                        identifiers()
                                .qualified(
                                        insert.table().schema(), insert.table().name()))
                : statement;
    }

    @Override
    public int maxParameters() {
        return 2_000;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return SqlServerErrors.sort(error);
    }

    /** The victim of a deadlock loses its transaction, savepoints included. */
    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public String savepoint(String name) {
        return "SAVE TRANSACTION " + name;
    }

    /** There is nothing to give up: a savepoint ends with its transaction. */
    @Override
    public @Nullable String releaseSavepoint(String name) {
        return null;
    }

    @Override
    public String rollbackToSavepoint(String name) {
        return "ROLLBACK TRANSACTION " + name;
    }

    @Override
    public @Nullable String schemaPattern(Connection connection, @Nullable String schema) throws SQLException {
        return schema == null
                ? connection.getSchema()
                : SqlServerIdentifiers.parts(schema).owner();
    }

    @Override
    public @Nullable String catalogPattern(Connection connection, @Nullable String schema) throws SQLException {
        String database =
                schema == null ? null : SqlServerIdentifiers.parts(schema).database();
        return database == null ? connection.getCatalog() : database;
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
        if (!arguments.jdbcUrl().startsWith("jdbc:jtds:")) {
            return XaDataSources.of(
                    "com.microsoft.sqlserver.jdbc.SQLServerXADataSource", urlWithOptions(arguments), arguments);
        }
        Matcher url = JTDS_URL.matcher(arguments.jdbcUrl());
        Map<String, String> properties = new LinkedHashMap<>();
        if (url.find()) {
            properties.put("serverName", url.group(1));
            if (url.group(2) != null) {
                properties.put("portNumber", url.group(2));
            }
            if (url.group(3) != null) {
                properties.put("databaseName", url.group(3));
            }
        }
        return XaDataSources.of("net.sourceforge.jtds.jdbcx.JtdsDataSource", properties, arguments);
    }

    /** Where the row is: file, page and slot, from version 2008 on. */
    @Override
    public @Nullable String rowIdName() {
        return settings().isAtLeast(10, 0) ? "%%physloc%%" : null;
    }

    /** Truth values are bits, bytes hexadecimal numbers. */
    private static final class SqlServerLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "1" : "0";
        }

        @Override
        protected String bytes(byte[] bytes) {
            return "0x" + java.util.HexFormat.of().withUpperCase().formatHex(bytes);
        }
    }
}
