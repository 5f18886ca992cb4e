package org.aludel.dialects.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
import org.aludel.core.dialect.XaDataSources;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.TypeHandler;
import org.aludel.sql.Capability;
import org.aludel.sql.Insert;
import org.aludel.types.TypeVisitor;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB have in common; they differ in capabilities and names of types. */
final class MySqlDialect extends CoreDialect {

    static final Literals LITERALS = new MySqlLiterals();
    private static final MySqlHandlers HANDLERS = new MySqlHandlers();

    private final Set<Capability> own;
    private final MySqlTypeNames typeNames;

    MySqlDialect(String name, Set<Capability> own, DialectSettings settings) {
        super(
                name,
                new Identifiers('`', '`', Identifiers.Folding.AS_WRITTEN, MySqlWords.RESERVED),
                with(
                        atVersion(own, settings),
                        Capability.MULTI_ROW_VALUES,
                        Capability.BATCH_GENERATED_KEYS,
                        Capability.UPDATE_FROM,
                        Capability.DELETE_USING,
                        Capability.TUPLE_IN,
                        Capability.IDENTITY,
                        Capability.SAVEPOINTS,
                        Capability.CTE,
                        Capability.WINDOW_FUNCTIONS,
                        Capability.FOR_UPDATE,
                        Capability.NOWAIT,
                        Capability.SKIP_LOCKED,
                        Capability.ALTER_CONSTRAINTS,
                        Capability.UPSERT,
                        Capability.MULTI_ROW_UPSERT,
                        Capability.SCHEMAS,
                        Capability.DISTINCT_FROM),
                settings);
        this.own = own;
        this.typeNames = name.equals("mariadb") ? new MySqlTypeNames.OfMariaDb(settings) : new MySqlTypeNames(settings);
    }

    /** Locks of some tables only came with 8.0.1. */
    private static Set<Capability> atVersion(Set<Capability> own, DialectSettings settings) {
        Set<Capability> all = EnumSet.copyOf(own);
        if (!settings.isAtLeast(8, 0, 1)) {
            all.remove(Capability.FOR_UPDATE_OF);
        }
        return all;
    }

    private static Set<Capability> with(Set<Capability> own, Capability... shared) {
        Set<Capability> all = EnumSet.copyOf(own);
        all.addAll(Set.of(shared));
        return all;
    }

    @Override
    public boolean deletesSelfReferences() {
        return false; // InnoDB finds the row's own reference
    }

    @Override
    public boolean needsTruthCheck() {
        return true;
    }

    @Override
    public boolean isKindOf(String name) {
        return name.equals("mysql") || super.isKindOf(name);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new MySqlDialect(name(), own, other);
    }

    @Override
    protected int identifierLength() {
        return 255; // of a label; names of objects are shorter
    }

    @Override
    public int maxConstraintNameLength() {
        return Math.min(64, maxIdentifierLength());
    }

    @Override
    public int maxIndexNameLength() {
        return Math.min(64, maxIdentifierLength());
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new MySqlCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new MySqlDdlCompiler(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return new MySqlSchemaReader(identifiers());
    }

    @Override
    public TypeNames typeNames() {
        return typeNames;
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
        if (!settings().implicitReturning()) {
            return insert.isUpsert() ? InsertPlan.Retrieval.NONE : InsertPlan.Retrieval.GENERATED_KEYS;
        }
        if (insert.isUpsert() && !supports(Capability.INSERT_RETURNING)) {
            return InsertPlan.Retrieval.NONE;
        }
        if (rows > 1) {
            return supports(Capability.MULTI_ROW_RETURNING)
                    ? InsertPlan.Retrieval.RETURNING
                    : InsertPlan.Retrieval.GENERATED_KEYS;
        }
        return insert.isUpsert() ? InsertPlan.Retrieval.RETURNING : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public InsertPlan.Retrieval keyRetrieval(Insert insert, boolean computed) {
        if (!computed) {
            return super.keyRetrieval(insert, false);
        }
        // the driver's generated keys are those of AUTO_INCREMENT only
        return supports(Capability.INSERT_RETURNING) ? InsertPlan.Retrieval.RETURNING : InsertPlan.Retrieval.NONE;
    }

    @Override
    public boolean isCalled(String dialectName) {
        return super.isCalled(dialectName) || dialectName.equals("mysql");
    }

    @Override
    public int maxParameters() {
        return 65_535;
    }

    @Override
    public SortedError sortError(SQLException error) {
        return MySqlErrors.sort(error);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        // a deadlock rolls the whole transaction of its victim back, savepoints included
        return kind == ErrorKind.DEADLOCK || super.endsTransaction(kind);
    }

    @Override
    public void stream(PreparedStatement statement, int fetchSize) throws SQLException {
        // Connector/J streams at this value only; the MariaDB driver takes any size
        boolean connectorJ = statement.getClass().getName().startsWith("com.mysql.")
                || statement.getConnection().getMetaData().getDriverName().startsWith("MySQL");
        statement.setFetchSize(connectorJ ? Integer.MIN_VALUE : fetchSize);
    }

    /** Connector/J refuses other statements meanwhile, the MariaDB driver reads the rest of the rows into memory. */
    @Override
    public boolean streamsAlone() {
        return true;
    }

    @Override
    public @Nullable String catalogPattern(Connection connection, @Nullable String schema) throws SQLException {
        return schema == null ? connection.getCatalog() : schema;
    }

    @Override
    public @Nullable String schemaPattern(Connection connection, @Nullable String schema) {
        return null;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        String source = arguments.jdbcUrl().startsWith("jdbc:mariadb:")
                ? "org.mariadb.jdbc.MariaDbDataSource"
                : "com.mysql.cj.jdbc.MysqlXADataSource";
        return XaDataSources.of(source, urlWithOptions(arguments), arguments);
    }

    /** Backslashes have a meaning in strings. */
    private static final class MySqlLiterals extends Literals {

        @Override
        public String string(String text) {
            return super.string(text.replace("\\", "\\\\"));
        }
    }
}
