package org.aludel.dialects.hana;

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
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** SAP HANA 2, through SAP's driver. */
final class HanaDialect extends CoreDialect {

    private static final HanaTypeNames TYPE_NAMES = new HanaTypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();

    HanaDialect(DialectSettings settings) {
        super(
                "hana",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, HanaWords.RESERVED),
                EnumSet.of(
                        Capability.TUPLE_IN,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.FOR_UPDATE,
                        Capability.NOWAIT,
                        Capability.SKIP_LOCKED,
                        Capability.FOR_UPDATE_OF,
                        Capability.NATIVE_BOOLEAN,
                        Capability.FULL_JOIN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.COMMENTS,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.DISTINCT_FROM,
                        Capability.BATCH_GENERATED_KEYS),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new HanaDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 127;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new HanaCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new HanaDdlCompiler(this, compiler);
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
        return rows > 1 || insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public int maxParameters() {
        return 32767;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return HanaErrors.sort(error);
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
        return HanaProvider.xaDataSource(arguments);
    }
}
