package org.aludel.core.dialect;

import java.util.EnumSet;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.sql.Capability;
import org.aludel.sql.Dialect;
import org.aludel.sql.Insert;
import org.aludel.sql.spi.DialectLookup;

/**
 * The dialect of no database, in which statements print themselves.
 */
public final class StandardDialect extends CoreDialect implements DialectLookup {

    /** The one object. */
    public static final StandardDialect INSTANCE = new StandardDialect();

    private static final TypeNames TYPE_NAMES = new StandardTypeNames();

    /** For the service loader; use {@link #INSTANCE}. */
    public StandardDialect() {
        this(DialectSettings.DEFAULT);
    }

    private StandardDialect(DialectSettings settings) {
        super(
                "standard",
                new Identifiers('"', '"', Identifiers.Folding.UPPER, ""),
                EnumSet.complementOf(EnumSet.of(
                        Capability.ERROR_ABORTS_TRANSACTION,
                        Capability.ENUM_TYPES,
                        Capability.COMMENTS,
                        Capability.FOR_UPDATE_OF)),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new StandardDialect(other);
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new StandardCompiler(compilation);
    }

    @Override
    public TypeNames typeNames() {
        return TYPE_NAMES;
    }

    /** The value is shown as one that the engine brings, as for a database of which nothing is known. */
    @Override
    public boolean fetchesSequences(Insert insert) {
        return true;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        return InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public Dialect standardDialect() {
        return INSTANCE;
    }
}
