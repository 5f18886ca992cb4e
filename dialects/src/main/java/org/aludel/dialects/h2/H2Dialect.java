package org.aludel.dialects.h2;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.dialect.XaDataSources;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.Type;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** H2 2.x in its own mode. */
final class H2Dialect extends CoreDialect {

    private static final H2TypeNames TYPE_NAMES = new H2TypeNames();
    private static final H2Handlers HANDLERS = new H2Handlers();

    H2Dialect(DialectSettings settings) {
        super(
                "h2",
                new Identifiers(
                        '"',
                        '"',
                        Identifiers.Folding.UPPER,
                        "day hour if interval key minute minus month qualify row rownum second sysdate systime systimestamp"
                                + " today uescape unknown value values window with year _rowid_ exists set group groups"),
                EnumSet.of(
                        Capability.INSERT_RETURNING,
                        Capability.UPDATE_RETURNING,
                        Capability.DELETE_RETURNING,
                        Capability.MULTI_ROW_VALUES,
                        Capability.MULTI_ROW_RETURNING,
                        Capability.RETURNING_IN_ORDER,
                        Capability.BATCH_GENERATED_KEYS,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.TUPLE_IN,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.FOR_UPDATE,
                        Capability.FOR_UPDATE_OF,
                        Capability.NOWAIT,
                        Capability.SKIP_LOCKED,
                        Capability.NATIVE_BOOLEAN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.COMMENTS,
                        Capability.AGGREGATE_FILTER,
                        Capability.DISTINCT_FROM,
                        Capability.ARRAYS),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new H2Dialect(other);
    }

    @Override
    protected int identifierLength() {
        return 256;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new H2Compiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return H2DdlCompiler.of(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return H2SchemaReader.of(identifiers());
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
        // the driver returns the keys of batches and of several rows, in order
        return insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public int maxParameters() {
        return 100_000;
    }

    @Override
    public @Nullable String arrayElementName(Type<?> element) {
        return physical(element).accept(TYPE_NAMES);
    }

    @Override
    public SortedError sortError(SQLException error) {
        return H2Errors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        // a deadlock rolls the whole transaction of its victim back, savepoints included
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public boolean batchGivesColumns() {
        return true;
    }

    /** Without this mode H2 makes the whole result before it gives the first row, in memory for databases in memory. */
    @Override
    public void stream(PreparedStatement statement, int fetchSize) throws SQLException {
        super.stream(statement, fetchSize);
        lazy(statement, true);
    }

    @Override
    public void streaming(PreparedStatement statement) throws SQLException {
        lazy(statement, false);
    }

    private static void lazy(PreparedStatement of, boolean on) throws SQLException {
        try (Statement statement = of.getConnection().createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION " + (on ? "TRUE" : "FALSE"));
        }
    }

    @Override
    public boolean branchesNeedTheirConnection() {
        return true;
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
        return XaDataSources.of("org.h2.jdbcx.JdbcDataSource", urlWithOptions(arguments), arguments);
    }

    @Override
    public Literals literals() {
        return LITERALS;
    }

    private static final Literals LITERALS = new Literals() {

        /** Text alone would become a document that is a string. */
        @Override
        protected String json(String document) {
            return "JSON " + string(document);
        }
    };

    @Override
    public String rowIdName() {
        return "_ROWID_";
    }
}
