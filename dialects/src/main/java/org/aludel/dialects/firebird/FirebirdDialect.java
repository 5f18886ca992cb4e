package org.aludel.dialects.firebird;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.Xid;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** Firebird 3 and later, through Jaybird. */
final class FirebirdDialect extends CoreDialect {

    private static final FirebirdHandlers HANDLERS = new FirebirdHandlers();
    private static final Literals NUMBERS_FOR_TRUTH = new FirebirdLiterals();

    private final FirebirdTypeNames typeNames;

    FirebirdDialect(DialectSettings settings) {
        super("firebird", new FirebirdIdentifiers(!settings.isAtLeast(3, 0)), capabilities(settings), settings);
        this.typeNames = new FirebirdTypeNames(settings);
    }

    private static Set<Capability> capabilities(DialectSettings settings) {
        Set<Capability> all = EnumSet.of(
                Capability.INSERT_RETURNING,
                Capability.UPDATE_RETURNING,
                Capability.DELETE_RETURNING,
                Capability.BATCH_GENERATED_KEYS,
                Capability.SEQUENCES,
                Capability.SAVEPOINTS,
                Capability.TRANSACTIONAL_DDL,
                Capability.CTE,
                Capability.FOR_UPDATE,
                Capability.FULL_JOIN,
                Capability.ALTER_CONSTRAINTS,
                Capability.UPSERT,
                Capability.MULTI_ROW_UPSERT,
                Capability.COMMENTS,
                Capability.DISTINCT_FROM);
        boolean unchecked = settings.flag("unchecked", false);
        if (settings.isAtLeast(3, 0)) {
            all.add(Capability.NATIVE_BOOLEAN);
            all.add(Capability.IDENTITY);
        }
        if (unchecked || settings.isAtLeast(3, 0)) {
            all.add(Capability.WINDOW_FUNCTIONS);
        }
        if (unchecked || settings.isAtLeast(4, 0)) {
            all.add(Capability.AGGREGATE_FILTER);
            all.add(Capability.LATERAL);
        }
        if (settings.isAtLeast(5, 0)) {
            all.add(Capability.SKIP_LOCKED);
        }
        if (unchecked) {
            all.addAll(Set.of(
                    Capability.TUPLE_IN,
                    Capability.NOWAIT,
                    Capability.ARRAYS,
                    Capability.DEFERRABLE_FOREIGN_KEYS,
                    Capability.DEFERRABLE_UNIQUE));
        }
        return all;
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new FirebirdDialect(other);
    }

    @Override
    protected int identifierLength() {
        return settings().isAtLeast(4, 0) ? 63 : 31;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new FirebirdCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new FirebirdDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new FirebirdSchemaReader(identifiers());
    }

    @Override
    protected @Nullable String sequenceQuery() {
        return "SELECT 1 FROM rdb$generators WHERE rdb$generator_name = ?";
    }

    @Override
    public TypeNames typeNames() {
        return typeNames;
    }

    @Override
    public Literals literals() {
        return supports(Capability.NATIVE_BOOLEAN) ? super.literals() : NUMBERS_FOR_TRUTH;
    }

    @Override
    protected TypeVisitor<TypeHandler<?>> handlers() {
        return HANDLERS;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        return insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public boolean skipsOptionalSequences() {
        return supports(Capability.IDENTITY);
    }

    @Override
    public int maxParameters() {
        // the message that describes them has 64 kB
        return 1_400;
    }

    @Override
    public boolean batchGivesColumns() {
        return true;
    }

    /** In autocommit the next statement closes the rows of those before, unless they were read whole at once. */
    @Override
    public void opened(Connection connection) throws SQLException {
        connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    }

    @Override
    public PreparedStatement prepareStreaming(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    @Override
    public boolean streamsInTransactionOnly() {
        return true;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return FirebirdErrors.sort(error);
    }

    @Override
    public List<Xid> inDoubt(XAConnection connection, List<Xid> listed) throws SQLException {
        return LimboTransactions.of(connection, listed);
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return FirebirdProvider.xaDataSource(arguments);
    }

    /** Truth values are numbers before 3.0. */
    private static final class FirebirdLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "1" : "0";
        }
    }

    @Override
    public String rowIdName() {
        return "RDB$DB_KEY";
    }
}
