package org.aludel.dialects.hsqldb;

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
import org.aludel.core.dialect.XaDataSources;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.Type;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** HSQLDB 2.5 and later. */
final class HsqldbDialect extends CoreDialect {

    private static final HsqldbTypeNames TYPE_NAMES = new HsqldbTypeNames();
    private static final HsqldbHandlers HANDLERS = new HsqldbHandlers();

    HsqldbDialect(DialectSettings settings) {
        super(
                "hsqldb",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, HsqldbWords.RESERVED),
                EnumSet.of(
                        Capability.MULTI_ROW_VALUES,
                        Capability.BATCH_GENERATED_KEYS,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.TUPLE_IN,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.CTE,
                        Capability.FOR_UPDATE,
                        Capability.NATIVE_BOOLEAN,
                        Capability.FULL_JOIN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.COMMENTS,
                        Capability.AGGREGATE_FILTER,
                        Capability.DISTINCT_FROM,
                        Capability.ARRAYS,
                        Capability.LATERAL),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new HsqldbDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 128;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new HsqldbCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new HsqldbDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new HsqldbSchemaReader(identifiers());
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
        // the driver returns the keys of batches and of several rows, in order; a MERGE gives none
        return insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public @Nullable String arrayElementName(Type<?> element) {
        return TYPE_NAMES.elementName(element);
    }

    @Override
    public boolean batchGivesColumns() {
        return true;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return HsqldbErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        // the loser of a conflict between MVCC transactions is rolled back, savepoints included
        return kind == ErrorKind.SERIALIZATION || kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public boolean branchesNeedTheirConnection() {
        return true;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        // a prepared branch does not outlive its connection
        return TwoPhaseSupport.VOLATILE;
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.urlWithOptions(';', ';');
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("org.hsqldb.jdbc.pool.JDBCXADataSource", urlWithOptions(arguments), arguments);
    }
}
