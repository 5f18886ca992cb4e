package org.aludel.dialects.oracle;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.XADataSource;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
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
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** Oracle Database, through ojdbc. */
final class OracleDialect extends CoreDialect {

    private static final Identifiers IDENTIFIERS =
            new Identifiers('"', '"', Identifiers.Folding.UPPER, Identifiers.words(OracleWords.RESERVED), "_$");
    private static final OracleHandlers HANDLERS = new OracleHandlers();
    private static final Literals LITERALS = new OracleLiterals();

    private final TypeNames typeNames;

    OracleDialect(DialectSettings settings) {
        super("oracle", IDENTIFIERS, capabilities(settings), settings);
        this.typeNames = new OracleTypeNames(settings.isAtLeast(9, 0));
    }

    private static Set<Capability> capabilities(DialectSettings settings) {
        Set<Capability> all = EnumSet.of(
                Capability.INSERT_RETURNING,
                Capability.UPDATE_RETURNING,
                Capability.DELETE_RETURNING,
                Capability.DEFERRABLE_FOREIGN_KEYS,
                Capability.DEFERRABLE_UNIQUE,
                Capability.UNIQUE_AT_STATEMENT_END,
                Capability.TUPLE_IN,
                Capability.SEQUENCES,
                Capability.SAVEPOINTS,
                Capability.CTE,
                Capability.WINDOW_FUNCTIONS,
                Capability.FOR_UPDATE,
                Capability.NOWAIT,
                Capability.SKIP_LOCKED,
                Capability.FOR_UPDATE_OF,
                Capability.FULL_JOIN,
                Capability.ALTER_CONSTRAINTS,
                Capability.UPSERT,
                Capability.SCHEMAS,
                Capability.COMMENTS,
                Capability.DISTINCT_FROM);
        if (settings.isAtLeast(12, 0)) {
            all.add(Capability.IDENTITY);
            all.add(Capability.LATERAL);
        }
        return all;
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new OracleDialect(other);
    }

    @Override
    protected int identifierLength() {
        return settings().isAtLeast(12, 2) ? 128 : 30;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new OracleCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new OracleDdlCompiler(this, compiler);
    }

    @Override
    protected @Nullable String sequenceQuery() {
        return "SELECT 1 FROM user_sequences WHERE sequence_name = ?";
    }

    @Override
    public SchemaReader schemaReader() {
        return new OracleSchemaReader(identifiers());
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

    /** RETURNING INTO gives the keys of one row; a sequence is asked before, where that is not wanted. */
    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        if (insert.isUpsert() || rows > 1) {
            return InsertPlan.Retrieval.NONE;
        }
        return settings().implicitReturning() ? InsertPlan.Retrieval.RETURNING : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public boolean skipsOptionalSequences() {
        return false;
    }

    @Override
    public boolean fetchesSequences(Insert insert) {
        return !settings().implicitReturning();
    }

    /** Rows of RETURNING INTO come back by methods of the driver's own. */
    @Override
    public PreparedStatement writing(PreparedStatement statement, Compiled compiled) {
        InsertPlan insert = compiled.insert();
        boolean returns =
                compiled.returnsRows() || insert != null && insert.retrieval() == InsertPlan.Retrieval.RETURNING;
        return returns ? ReturnedRows.of(statement) : statement;
    }

    @Override
    public int maxParameters() {
        return 32_767;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return OracleErrors.sort(error);
    }

    /** There is nothing to give up: a savepoint ends with its transaction. */
    @Override
    public @Nullable String releaseSavepoint(String name) {
        return null;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.jdbcUrl();
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("oracle.jdbc.xa.client.OracleXADataSource", urlWithOptions(arguments), arguments);
    }

    /** Truth values are numbers, bytes are made from hexadecimal text. */
    private static final class OracleLiterals extends Literals {

        @Override
        protected String duration(java.time.Duration length) {
            return "INTERVAL " + string(OracleHandlers.text(length)) + " DAY(9) TO SECOND(9)";
        }

        @Override
        protected String truth(boolean value) {
            return value ? "1" : "0";
        }

        /** Text would be read by the session's NLS settings. */
        @Override
        protected String moment(Temporal moment) {
            String text = super.moment(moment);
            if (moment instanceof LocalDate) {
                return "DATE " + text;
            }
            boolean known = moment instanceof LocalDateTime || moment instanceof OffsetDateTime;
            return known ? "TIMESTAMP " + text : text;
        }

        @Override
        protected String bytes(byte[] bytes) {
            return "HEXTORAW('" + java.util.HexFormat.of().withUpperCase().formatHex(bytes) + "')";
        }
    }

    @Override
    public String rowIdName() {
        return "ROWID";
    }
}
