package org.aludel.compliance.oddity;

import java.sql.SQLException;
import java.util.EnumSet;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.ErrorKind;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.StandardErrors;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** What Oddity can do, and where its parts are. */
final class OddityDialect extends CoreDialect {

    private static final OddityTypeNames TYPE_NAMES = new OddityTypeNames();
    private static final OddityHandlers HANDLERS = new OddityHandlers();

    OddityDialect(DialectSettings settings) {
        super(
                "oddity",
                new Identifiers('"', '"', Identifiers.Folding.LOWER, "day hour key minute month row second value year"),
                EnumSet.of(
                        Capability.MULTI_ROW_VALUES,
                        Capability.BATCH_GENERATED_KEYS,
                        Capability.SEQUENCES,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.SCHEMAS,
                        Capability.FOR_UPDATE),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new OddityDialect(other);
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new OddityCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new OddityDdlCompiler(this, compiler);
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
        return InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public SortedError sortError(SQLException error) {
        // Oddity tells a deadlock by the state that the standard has for failed serialization
        return "40001".equals(error.getSQLState()) ? SortedError.of(ErrorKind.DEADLOCK) : StandardErrors.sort(error);
    }
}
