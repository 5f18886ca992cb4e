package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import javax.sql.XADataSource;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DialectSettings;
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
import org.aludel.types.ArrayType;
import org.aludel.types.DateType;
import org.aludel.types.NumericType;
import org.aludel.types.TimestampType;
import org.aludel.types.TimestampTzType;
import org.aludel.types.Type;
import org.aludel.types.TypeVisitor;
import org.aludel.types.UuidType;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 12 and later, through pgjdbc. */
final class PostgreSqlDialect extends CoreDialect {

    private static final Identifiers IDENTIFIERS = new Identifiers(
            '"', '"', Identifiers.Folding.LOWER, "array asymmetric cast fetch lateral returning variadic window with");
    private static final PostgreSqlTypeNames TYPE_NAMES = new PostgreSqlTypeNames(IDENTIFIERS);
    private static final PostgreSqlHandlers HANDLERS = new PostgreSqlHandlers(TYPE_NAMES);
    private static final Literals LITERALS = new PostgreSqlLiterals();

    PostgreSqlDialect(DialectSettings settings) {
        super(
                "postgresql",
                IDENTIFIERS,
                EnumSet.complementOf(EnumSet.of(Capability.RETURNING_IN_ORDER, Capability.UNIQUE_AT_STATEMENT_END)),
                settings);
    }

    @Override
    protected CoreDialect configured(DialectSettings other) {
        return new PostgreSqlDialect(other);
    }

    @Override
    protected int identifierLength() {
        return 63;
    }

    @Override
    protected SqlCompiler compiler(Compilation compilation) {
        return new PostgreSqlCompiler(compilation);
    }

    @Override
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return PostgreSqlDdlCompiler.of(this, compiler);
    }

    @Override
    public SchemaReader schemaReader() {
        return PostgreSqlSchemaReader.of(identifiers());
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
        // asked for through JDBC, keys would turn the driver's rewriting of batches off
        return settings().implicitReturning() ? InsertPlan.Retrieval.RETURNING : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    @Override
    public boolean fetchesSequences(Insert insert) {
        return !settings().implicitReturning();
    }

    @Override
    public int maxParameters() {
        return 32_767;
    }

    @Override
    public @Nullable String arrayElementName(Type<?> element) {
        return TYPE_NAMES.arrayElement(physical(element));
    }

    @Override
    public @Nullable ArrayType<?> castOfTexts(Type<?> element) {
        // the driver knows a binary form of arrays of text, but none of these, which it would write as one long literal
        if (element instanceof NumericType) {
            return new ArrayType<>(new NumericType(0, -1));
        }
        return element instanceof TimestampType
                        || element instanceof TimestampTzType
                        || element instanceof DateType
                        || element instanceof UuidType
                ? new ArrayType<>(element)
                : null;
    }

    @Override
    public boolean hasType(Connection connection, @Nullable String schema, String type) throws SQLException {
        String place = schema == null ? "pg_type_is_visible(t.oid)" : "n.nspname = ?";
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = ? AND "
                        + place)) {
            query.setString(1, IDENTIFIERS.stored(type));
            if (schema != null) {
                query.setString(2, IDENTIFIERS.stored(schema));
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public SortedError sortError(SQLException error) {
        return PostgreSqlErrors.sort(error);
    }

    @Override
    public boolean isTransactionFailed(Connection connection) throws SQLException {
        return DriverState.isFailed(connection);
    }

    @Override
    public boolean batchGivesColumns() {
        return true;
    }

    @Override
    public boolean streamsInTransactionOnly() {
        return true;
    }

    @Override
    public TwoPhaseSupport twoPhase() {
        return TwoPhaseSupport.DURABLE;
    }

    @Override
    public XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("org.postgresql.xa.PGXADataSource", urlWithOptions(arguments), arguments);
    }

    /** Bytes in hexadecimal form. */
    private static final class PostgreSqlLiterals extends Literals {

        @Override
        protected String duration(java.time.Duration length) {
            return "INTERVAL " + string(length.toString());
        }

        @Override
        protected String bytes(byte[] bytes) {
            return "'\\x" + java.util.HexFormat.of().formatHex(bytes) + "'";
        }

        @Override
        protected String moment(Temporal moment) {
            // text alone would be text wherever nothing beside it tells the type
            String type = moment instanceof LocalDate
                    ? "DATE "
                    : moment instanceof LocalTime
                            ? "TIME "
                            : moment instanceof LocalDateTime ? "TIMESTAMP " : "TIMESTAMP WITH TIME ZONE ";
            return type + super.moment(moment);
        }
    }

    @Override
    public String rowIdName() {
        return "ctid";
    }
}
