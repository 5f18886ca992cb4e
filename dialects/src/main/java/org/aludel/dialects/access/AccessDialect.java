package org.aludel.dialects.access;

import java.sql.SQLException;
import java.time.temporal.Temporal;
import java.util.EnumSet;
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
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.types.JavaSqlHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** Access 2010 files, through UCanAccess. */
final class AccessDialect extends CoreDialect {

    private static final AccessTypeNames TYPE_NAMES = new AccessTypeNames();
    private static final JavaSqlHandlers HANDLERS = new JavaSqlHandlers();
    private static final Literals LITERALS = new AccessLiterals();

    AccessDialect(DialectSettings settings) {
        super(
                "access",
                new Identifiers('[', ']', Identifiers.Folding.AS_WRITTEN, AccessWords.RESERVED),
                EnumSet.of(Capability.IDENTITY, Capability.NATIVE_BOOLEAN, Capability.TUPLE_IN),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new AccessDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 64;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new AccessCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new AccessDdlCompiler(this, compiler);
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
        return AccessErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.SERIALIZATION || super.endsTransaction(kind);
    }

    @Override
    public String urlWithOptions(ConnectArguments arguments) {
        return arguments.urlWithOptions(';', ';');
    }

    /** Dates stand between number signs. */
    private static final class AccessLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "TRUE" : "FALSE";
        }

        @Override
        protected String moment(Temporal value) {
            String text = value.toString().replace('T', ' ');
            return "#" + (text.length() > 19 ? text.substring(0, 19) : text) + "#";
        }
    }
}
