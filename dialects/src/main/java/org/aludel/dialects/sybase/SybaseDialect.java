package org.aludel.dialects.sybase;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
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
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** ASE 12.5 and later, through jConnect or jTDS. */
final class SybaseDialect extends CoreDialect {

    private static final SybaseTypeNames TYPE_NAMES = new SybaseTypeNames();
    private static final SybaseHandlers HANDLERS = new SybaseHandlers();
    private static final Literals LITERALS = new SybaseLiterals();

    SybaseDialect(DialectSettings settings) {
        super(
                "sybase",
                new Identifiers('"', '"', Identifiers.Folding.AS_WRITTEN, SybaseWords.RESERVED, "$"),
                capabilities(settings),
                settings);
    }

    private static Set<Capability> capabilities(DialectSettings settings) {
        Set<Capability> all = EnumSet.of(
                Capability.DELETE_USING,
                Capability.IDENTITY,
                Capability.SAVEPOINTS,
                Capability.ALTER_CONSTRAINTS,
                Capability.SCHEMAS);
        if (settings.isAtLeast(15, 7)) {
            all.add(Capability.UPSERT);
            all.add(Capability.MULTI_ROW_UPSERT);
        }
        if (settings.flag("unchecked", false)) {
            all.addAll(Set.of(
                    Capability.CTE,
                    Capability.WINDOW_FUNCTIONS,
                    Capability.AGGREGATE_FILTER,
                    Capability.LATERAL,
                    Capability.FULL_JOIN,
                    Capability.TUPLE_IN,
                    Capability.ARRAYS,
                    Capability.COMMENTS,
                    Capability.DEFERRABLE_FOREIGN_KEYS,
                    Capability.DEFERRABLE_UNIQUE,
                    Capability.DISTINCT_FROM));
        }
        return all;
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new SybaseDialect(other);
    }

    @Override
    protected int identifierLength() {
        return settings().isAtLeast(15, 0) ? 255 : 30;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new SybaseCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new SybaseDdlCompiler(this, compiler);
    }

    @Override
    public TypeNames typeNames() {
        return TYPE_NAMES;
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
        return 2_000;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return SybaseErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        // the victim of a deadlock is rolled back whole
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public String savepoint(String name) {
        return "SAVE TRANSACTION " + name;
    }

    @Override
    public @Nullable String releaseSavepoint(String name) {
        return null;
    }

    @Override
    public String rollbackToSavepoint(String name) {
        return "ROLLBACK TRANSACTION " + name;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return SybaseProvider.isJtds(arguments.jdbcUrl())
                ? arguments.urlWithOptions(';', ';')
                : super.urlWithOptions(arguments);
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return SybaseProvider.xaDataSource(arguments);
    }

    /** Truth values are bits; bytes begin with 0x. */
    private static final class SybaseLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "1" : "0";
        }

        @Override
        protected String bytes(byte[] bytes) {
            return "0x" + java.util.HexFormat.of().formatHex(bytes);
        }
    }
}
