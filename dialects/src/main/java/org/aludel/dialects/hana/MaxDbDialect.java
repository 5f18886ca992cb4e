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

/** MaxDB 7.6 and later (SAP DB before), through SAP's driver. */
final class MaxDbDialect extends CoreDialect {

    private static final MaxDbTypeNames TYPE_NAMES = new MaxDbTypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();

    MaxDbDialect(DialectSettings settings) {
        super(
                "maxdb",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, MaxDbWords.RESERVED),
                EnumSet.of(
                        Capability.TUPLE_IN,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.FOR_UPDATE,
                        Capability.NOWAIT,
                        Capability.NATIVE_BOOLEAN,
                        Capability.FULL_JOIN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.SCHEMAS,
                        Capability.COMMENTS,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.DISTINCT_FROM),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new MaxDbDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 32;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new MaxDbCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new MaxDbDdlCompiler(this, compiler);
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
        return 2000;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return MaxDbErrors.sort(error);
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
        return MaxDbProvider.xaDataSource(arguments);
    }
}
