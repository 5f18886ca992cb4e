package org.aludel.dialects.informix;

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
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.CompileException;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** Informix 12.10 and later, through IBM's driver. */
final class InformixDialect extends CoreDialect {

    private static final InformixTypeNames TYPE_NAMES = new InformixTypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();
    private static final Literals LITERALS = new InformixLiterals();

    InformixDialect(DialectSettings settings) {
        super(
                "informix",
                new Identifiers('"', '"', Identifiers.Folding.LOWER, InformixWords.RESERVED),
                EnumSet.of(
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.TRANSACTIONAL_DDL,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.FOR_UPDATE,
                        Capability.NATIVE_BOOLEAN,
                        Capability.FULL_JOIN,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.DISTINCT_FROM,
                        Capability.UNIQUE_AT_STATEMENT_END,
                        Capability.LATERAL),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new InformixDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 128;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new InformixCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new InformixDdlCompiler(this, compiler);
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
        return 2000;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return InformixErrors.sort(error);
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
        return InformixProvider.xaDataSource(arguments);
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        boolean hasOptions = arguments.jdbcUrl().indexOf('=') >= 0;
        // options begin behind a colon
        String url = arguments.urlWithOptions(';', ';');
        return hasOptions ? url : url.replaceFirst(";", ":");
    }

    /** Truth values are letters. */
    private static final class InformixLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "'t'" : "'f'";
        }

        @Override
        protected String bytes(byte[] bytes) {
            throw new CompileException(
                    "ALU-0137",
                    "a value can't be written as a literal; where: bytes on informix; what to do: give it as a parameter");
        }
    }

    @Override
    public String rowIdName() {
        return "rowid";
    }
}
