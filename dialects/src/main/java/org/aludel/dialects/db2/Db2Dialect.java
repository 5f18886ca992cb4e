package org.aludel.dialects.db2;

import java.sql.SQLException;
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
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** Db2 11.1 and later, through IBM's driver. */
final class Db2Dialect extends CoreDialect {

    private static final Db2TypeNames TYPE_NAMES = new Db2TypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();

    Db2Dialect(DialectSettings settings) {
        super(
                "db2",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, Db2Words.RESERVED),
                EnumSet.of(
                        Capability.INSERT_RETURNING,
                        Capability.UPDATE_RETURNING,
                        Capability.DELETE_RETURNING,
                        Capability.MULTI_ROW_VALUES,
                        Capability.MULTI_ROW_RETURNING,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.TRANSACTIONAL_DDL,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.FOR_UPDATE,
                        Capability.SKIP_LOCKED,
                        Capability.NATIVE_BOOLEAN,
                        Capability.FULL_JOIN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.COMMENTS,
                        Capability.DISTINCT_FROM,
                        Capability.LATERAL),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new Db2Dialect(other);
    }

    @Override
    protected int identifierLength() {
        return 128;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new Db2Compiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new Db2DdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new Db2SchemaReader(identifiers());
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
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        return insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.RETURNING;
    }

    @Override
    public int maxParameters() {
        return 32767;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return Db2Errors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return Db2Provider.xaDataSource(arguments);
    }

    @Override
    public String savepoint(String name) {
        return "SAVEPOINT " + name + " ON ROLLBACK RETAIN CURSORS";
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        if (arguments.jdbcUrl().endsWith(";")) {
            return arguments.urlWithOptions(';', ';');
        }
        // options begin behind a second colon, and each ends in a semicolon
        String url = arguments.urlWithOptions(';', ';').replaceFirst(";", ":");
        return url.equals(arguments.jdbcUrl()) ? url : url + ";";
    }
}
