package org.aludel.dialects.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.Set;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.dialect.Literals;
import org.aludel.core.dialect.SortedError;
import org.aludel.core.dialect.TypeNames;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;

/** SQLite 3.39 and later, through the Xerial driver. */
final class SqliteDialect extends CoreDialect {

    private static final SqliteTypeNames TYPE_NAMES = new SqliteTypeNames();
    private static final SqliteHandlers HANDLERS = new SqliteHandlers();
    private static final Literals LITERALS = new SqliteLiterals();

    SqliteDialect(DialectSettings settings) {
        super(
                "sqlite",
                new Identifiers(
                        '"',
                        '"',
                        Identifiers.Folding.AS_WRITTEN,
                        "add after attach autoincrement before begin cascade commit conflict database delete detach drop"
                                + " each exists explain fail glob if ignore index indexed insert instead isnull key match"
                                + " plan pragma query raise reindex rename replace restrict row rollback temp temporary"
                                + " transaction trigger update vacuum values view virtual"),
                capabilities(settings),
                settings);
    }

    private static Set<Capability> capabilities(DialectSettings settings) {
        Set<Capability> all = EnumSet.of(
                Capability.MULTI_ROW_VALUES,
                Capability.DEFERRABLE_FOREIGN_KEYS,
                Capability.TUPLE_IN,
                Capability.SAVEPOINTS,
                Capability.TRANSACTIONAL_DDL,
                Capability.CTE,
                Capability.WINDOW_FUNCTIONS,
                Capability.FULL_JOIN,
                Capability.UPSERT,
                Capability.MULTI_ROW_UPSERT,
                Capability.ON_CONFLICT,
                Capability.AGGREGATE_FILTER,
                Capability.DISTINCT_FROM);
        if (settings.isAtLeast(3, 33)) {
            all.add(Capability.UPDATE_FROM);
        }
        if (settings.isAtLeast(3, 35)) {
            all.add(Capability.INSERT_RETURNING);
            all.add(Capability.UPDATE_RETURNING);
            all.add(Capability.DELETE_RETURNING);
            all.add(Capability.MULTI_ROW_RETURNING);
        }
        return all;
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new SqliteDialect(other);
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new SqliteCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new SqliteDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new SqliteSchemaReader(identifiers());
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
        // the driver's generated keys are a second statement that knows the last row only
        return supports(Capability.INSERT_RETURNING) && settings().implicitReturning()
                ? InsertPlan.Retrieval.RETURNING
                : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public boolean supportsIsolation(Connection connection, int level) {
        return level == Connection.TRANSACTION_SERIALIZABLE || level == Connection.TRANSACTION_READ_UNCOMMITTED;
    }

    @Override
    public boolean stopsInTime() {
        // the driver's timeout is that of waiting for locks
        return false;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return SqliteErrors.sort(error);
    }

    @Override
    public void opened(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
        }
    }

    /** Truth values are numbers. */
    private static final class SqliteLiterals extends Literals {

        @Override
        protected String truth(boolean value) {
            return value ? "1" : "0";
        }

        /** As it is stored, as text is compared: six digits of a second at least, moments with an offset in UTC. */
        @Override
        protected String moment(Temporal moment) {
            String stored = SqliteHandlers.stored(moment);
            return stored == null ? super.moment(moment) : string(stored);
        }
    }

    @Override
    public String rowIdName() {
        return "rowid";
    }

    /** The driver takes it only before it opens the file. */
    @Override
    public void setReadOnly(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = " + (on ? "ON" : "OFF"));
        }
    }
}
