package org.aludel.core.dialect;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.types.Conversion;
import org.aludel.core.types.StandardHandlers;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.Capability;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Dialect;
import org.aludel.sql.Insert;
import org.aludel.sql.Node;
import org.aludel.sql.QuotedName;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.SchemaLookup;
import org.aludel.types.ArrayType;
import org.aludel.types.CustomType;
import org.aludel.types.MappedType;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.TypeDecorator;
import org.aludel.types.TypeVisitor;
import org.aludel.types.VariantType;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect is made of: a compiler, names of types, converters of values, rules for names, and what the database can
 * do. A dialect is a small subclass that replaces the parts that differ. Dialects are stateless and shared.
 */
public abstract class CoreDialect extends DatabaseBehaviour implements Dialect, SchemaLookup {

    private final String name;
    private final Set<Capability> capabilities;
    private final Identifiers identifiers;
    private final DialectSettings settings;
    private final Map<Type<?>, TypeHandler<?>> handlers = new ConcurrentHashMap<>();

    /**
     * @param identifiers how names are written
     * @param capabilities what the database can do, at the version that the settings tell
     * @param settings what is known about this database
     */
    protected CoreDialect(
            String name, Identifiers identifiers, Set<Capability> capabilities, DialectSettings settings) {
        this.name = name;
        this.settings = settings;
        this.identifiers = identifiers;
        this.capabilities = capabilities.isEmpty() ? EnumSet.noneOf(Capability.class) : EnumSet.copyOf(capabilities);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean supports(Capability capability) {
        Boolean nativeBoolean = capability == Capability.NATIVE_BOOLEAN ? settings.nativeBoolean() : null;
        return nativeBoolean != null ? nativeBoolean : capabilities.contains(capability);
    }

    /** What is known about the database: version, limits, options. */
    public final DialectSettings settings() {
        return settings;
    }

    /**
     * The same dialect for a database about which other things are known.
     *
     * @see DialectSettings
     */
    public final CoreDialect with(DialectSettings other) {
        return configured(other);
    }

    /** The same dialect with changed settings: {@code dialect.with(s -> s.labelLength(30))}. */
    public final CoreDialect with(UnaryOperator<DialectSettings> change) {
        return configured(change.apply(settings));
    }

    /** Makes a dialect of this kind with other settings. */
    protected abstract CoreDialect configured(DialectSettings other);

    @Override
    public final int maxIdentifierLength() {
        return settings.maxIdentifierLength() > 0 ? settings.maxIdentifierLength() : identifierLength();
    }

    /** The greatest length of a name in a database of this version. */
    protected int identifierLength() {
        return 9999;
    }

    /** The greatest length of a label or alias that the compiler makes. */
    public final int labelLength() {
        return settings.labelLength() > 0 ? settings.labelLength() : maxIdentifierLength();
    }

    /** The greatest length of the name of a constraint. */
    public int maxConstraintNameLength() {
        return maxIdentifierLength();
    }

    /** The greatest length of the name of an index. */
    public int maxIndexNameLength() {
        return maxIdentifierLength();
    }

    @Override
    public final CompiledSql compile(Node node) {
        return compiler(new Compilation(this, node, null, null, true)).print(List.of());
    }

    @Override
    public final CompiledSql compile(Node node, Map<String, ?> parameters) {
        return compiler(new Compilation(this, node, List.copyOf(parameters.keySet()), null, true))
                .print(List.of(parameters));
    }

    @Override
    public final CompiledSql compile(Node node, List<? extends Map<String, ? extends @Nullable Object>> parameterSets) {
        if (parameterSets.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0191", "a batch has no set of parameters; where: compile(...); what to do: give one at least");
        }
        List<String> names = List.copyOf(parameterSets.get(0).keySet());
        for (Map<String, ?> set : parameterSets) {
            for (String name : names) {
                if (!set.containsKey(name)) {
                    throw new ArgumentException(
                            "ALU-0192",
                            "a set of a batch lacks a parameter that the first set has; where: " + name
                                    + "; what to do: give every set the same names");
                }
            }
        }
        return compiler(new Compilation(this, node, names, null, parameterSets.size() == 1))
                .print(parameterSets);
    }

    /** The SQL of a statement that holds mapped attributes. */
    public final String toSql(Statement statement, @Nullable Resolver resolver) {
        return compiler(new Compilation(this, statement, null, resolver, true))
                .compile()
                .sql();
    }

    /**
     * Compiles a statement for one execution; an insert tells the keys it generated.
     *
     * @param parameterNames names given at execution, which decide the columns of INSERT and UPDATE
     * @param resolver finds mapped attributes; null if there are none
     * @throws org.aludel.errors.CompileException ALU-013x if the dialect can't express it
     */
    public final Compiled compile(Statement statement, List<String> parameterNames, @Nullable Resolver resolver) {
        return compile(statement, parameterNames, resolver, true);
    }

    /**
     * Compiles a statement.
     *
     * @param wantsKeys whether an insert must tell the keys it generated; false for batches that nobody asks
     */
    public final Compiled compile(
            Statement statement, List<String> parameterNames, @Nullable Resolver resolver, boolean wantsKeys) {
        return compiler(new Compilation(this, statement, parameterNames, resolver, wantsKeys))
                .compile();
    }

    /** A compiler for one statement. */
    protected SqlCompiler compiler(Compilation compilation) {
        return new SqlCompiler(compilation);
    }

    /** A compiler of definitions. */
    public DdlCompiler ddlCompiler(SqlCompiler compiler) {
        return new DdlCompiler(this, compiler);
    }

    /** Reads the database's catalogue. */
    public SchemaReader schemaReader() {
        return new SchemaReader(identifiers, Standard.REFLECTED_TYPES);
    }

    /** How names are written. */
    public final Identifiers identifiers() {
        return identifiers;
    }

    /** Whether a row that refers to itself can be deleted; else its reference has to go first. */
    public boolean deletesSelfReferences() {
        return true;
    }

    /** Whether a column of truth values gets a CHECK constraint, because its type would take other values too. */
    public boolean needsTruthCheck() {
        return !supports(Capability.NATIVE_BOOLEAN);
    }

    @Override
    public final String toSql(Type<?> type) {
        return columnTypeName(type);
    }

    /** How a column of a type is declared. */
    public final String columnTypeName(Type<?> type) {
        return typeNames().columnName(physical(type));
    }

    /** How a type is spelled in a CAST; null if the database can't cast to it. */
    public final @Nullable String castTypeName(Type<?> type) {
        Type<?> physical = physical(type);
        return physical instanceof ResolvedType resolved
                ? resolved.castSql()
                : typeNames().castName(physical);
    }

    /** The type that a column of a type has in this database: without variants, and spelled if it spells itself. */
    public final Type<?> physical(Type<?> type) {
        if (type instanceof SensitiveType<?> secret) {
            return physical(secret.base());
        }
        if (type instanceof VariantType<?> variant) {
            return physical(variant.on(this));
        }
        if (type instanceof TypeDecorator<?, ?> decorator) {
            return physical(decorator.impl(this));
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return physical(mapped.stored());
        }
        if (type instanceof CustomType<?> custom && !(type instanceof ResolvedType)) {
            return new ResolvedType(custom.sql(this), custom.castSql(this), custom.family());
        }
        if (type instanceof ArrayType<?> array) {
            Type<?> element = physical(array.element());
            return element == array.element() ? array : new ArrayType<>(element);
        }
        return type;
    }

    /** A value of a type as SQL, for definitions and for printing. */
    public final String literal(@Nullable Object value, Type<?> type) {
        Conversion conversion = Conversion.of(type, this);
        return literals().literal(value == null ? null : conversion.apply(value), conversion.carrier());
    }

    /** The name under which each row of a table has an address; null where it has none. */
    public @Nullable String rowIdName() {
        return null;
    }

    /** How types are spelled; asked by {@link #columnTypeName} and {@link #castTypeName}. */
    public TypeNames typeNames() {
        return Standard.TYPE_NAMES;
    }

    /** How values are written into definitions. */
    public Literals literals() {
        return Standard.LITERALS;
    }

    /** Chooses the converter of a type. */
    protected TypeVisitor<TypeHandler<?>> handlers() {
        return Standard.HANDLERS;
    }

    /** The converter of a type, always the same object. */
    @SuppressWarnings("unchecked")
    public final <T> TypeHandler<T> handler(Type<T> type) {
        TypeHandler<?> handler = handlers.get(type);
        if (handler == null) {
            Conversion conversion = Conversion.of(type, this);
            handler = conversion.isIdentity() && conversion.carrier() == type
                    ? type.accept(handlers())
                    : conversion.over((TypeHandler<Object>) handler(conversion.carrier()));
            TypeHandler<?> earlier = handlers.putIfAbsent(type, handler);
            handler = earlier == null ? handler : earlier;
        }
        return (TypeHandler<T>) handler;
    }

    /** How the keys that an insert of so many rows generated come back. */
    public InsertPlan.Retrieval keyRetrieval(Insert insert, int rows) {
        boolean returning =
                supports(Capability.INSERT_RETURNING) && (rows == 1 || supports(Capability.MULTI_ROW_RETURNING));
        return returning ? InsertPlan.Retrieval.RETURNING : InsertPlan.Retrieval.GENERATED_KEYS;
    }

    /**
     * How the keys of one row come back.
     *
     * @param computed whether an expression of the statement gives a key, not the database by itself
     */
    public InsertPlan.Retrieval keyRetrieval(Insert insert, boolean computed) {
        return keyRetrieval(insert, 1);
    }

    /**
     * Whether the next value of a key's sequence is fetched before the insert, because the database can't tell the key
     * afterwards.
     */
    public boolean fetchesSequences(Insert insert) {
        return false;
    }

    /** Whether keys are generated without sequences, so that those that are optional are not used. */
    public boolean skipsOptionalSequences() {
        return true;
    }

    /** Whether a program that names this dialect for a hint or an option means this one. */
    public boolean isCalled(String dialectName) {
        return dialectName.equals(name);
    }

    /** The greatest number of parameters in one statement. */
    public int maxParameters() {
        return 32_767;
    }

    /** The array type of the database for elements of a type, for {@code Connection.createArrayOf}; null without arrays. */
    public @Nullable String arrayElementName(Type<?> element) {
        return null;
    }

    /**
     * What an array of texts is cast to in place of an array of such elements, where the driver takes fewer steps to send
     * texts; null where it does not. The cast must keep every digit.
     */
    public @Nullable ArrayType<?> castOfTexts(Type<?> element) {
        return null;
    }

    /** The schema in which names without one are looked up in the driver's metadata; null for all. */
    public @Nullable String schemaPattern(java.sql.Connection connection, @Nullable String schema)
            throws java.sql.SQLException {
        return schema == null ? connection.getSchema() : identifiers.stored(schema);
    }

    /** The catalogue in which tables are looked up in the driver's metadata; null for all. */
    public @Nullable String catalogPattern(java.sql.Connection connection, @Nullable String schema)
            throws java.sql.SQLException {
        return null;
    }

    @Override
    public boolean hasTable(java.sql.Connection connection, @Nullable String schema, String table)
            throws java.sql.SQLException {
        try (java.sql.ResultSet tables = connection
                .getMetaData()
                .getTables(
                        catalogPattern(connection, schema),
                        escaped(connection, schemaPattern(connection, schema)),
                        escaped(connection, identifiers.stored(table)),
                        null)) {
            return tables.next();
        }
    }

    @Override
    public @Nullable String foreignKeyName(
            java.sql.Connection connection, @Nullable String schema, String table, String column)
            throws java.sql.SQLException {
        try (java.sql.ResultSet keys = connection
                .getMetaData()
                .getImportedKeys(
                        catalogPattern(connection, schema),
                        schemaPattern(connection, schema),
                        identifiers.stored(table))) {
            while (keys.next()) {
                if (keys.getInt("KEY_SEQ") == 1 && identifiers.stored(column).equals(keys.getString("FKCOLUMN_NAME"))) {
                    String name = keys.getString("FK_NAME");
                    // quoted, since that is how the database has kept it
                    return name == null ? null : QuotedName.of(name, true);
                }
            }
        }
        return null;
    }

    @Override
    public final @Nullable Boolean hasSequence(java.sql.Connection connection, @Nullable String schema, String sequence)
            throws java.sql.SQLException {
        String query = sequenceQuery();
        if (query == null) {
            return null;
        }
        try (java.sql.PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, identifiers.stored(sequence));
            try (java.sql.ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * A query for a sequence by its stored name, for databases that can't create one if there is none; null for those that
     * can.
     */
    protected @Nullable String sequenceQuery() {
        return null;
    }

    private static @Nullable String escaped(java.sql.Connection connection, @Nullable String name)
            throws java.sql.SQLException {
        if (name == null) {
            return null;
        }
        String escape = connection.getMetaData().getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace("_", escape + "_").replace("%", escape + "%");
    }

    @Override
    public String toString() {
        return name;
    }

    /** The parts of the standard, shared. */
    private static final class Standard {

        static final ReflectedTypes REFLECTED_TYPES = new ReflectedTypes();
        static final TypeNames TYPE_NAMES = new TypeNames();
        static final Literals LITERALS = new Literals();
        static final TypeVisitor<TypeHandler<?>> HANDLERS = new StandardHandlers();
    }
}
