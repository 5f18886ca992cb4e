package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.Identifiers;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Reads the standard's INFORMATION_SCHEMA besides JDBC's metadata; for the many databases that have one. */
public class InformationSchemaReader extends SchemaReader {

    public InformationSchemaReader(Identifiers identifiers, ReflectedTypes types) {
        super(identifiers, types);
    }

    private String home(Connection connection, @Nullable String schema) throws SQLException {
        return String.valueOf(schema == null ? defaultSchema(connection) : schema);
    }

    /** One column of one constraint. */
    private record Member(String constraint, String column) {}

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        List<Member> members = query(
                connection,
                row -> new Member(row.getString(1), row.getString(2)),
                "SELECT k.constraint_name, k.column_name FROM information_schema.table_constraints c"
                        + " JOIN information_schema.key_column_usage k ON k.constraint_name = c.constraint_name"
                        + " AND k.constraint_schema = c.constraint_schema AND k.table_name = c.table_name"
                        + " WHERE c.constraint_type = 'UNIQUE' AND c.table_schema = ? AND c.table_name = ?"
                        + " ORDER BY k.constraint_name, k.ordinal_position",
                home(connection, place.schema()),
                place.table());
        Map<String, List<String>> constraints = new LinkedHashMap<>();
        for (Member member : members) {
            constraints
                    .computeIfAbsent(member.constraint(), name -> new ArrayList<>())
                    .add(normal(member.column()));
        }
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        constraints.forEach((name, columns) ->
                found.add(new Reflected.UniqueInfo(constraintName(name), List.copyOf(columns), true)));
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        List<Reflected.CheckInfo> all = query(
                connection,
                row -> new Reflected.CheckInfo(constraintName(row.getString(1)), row.getString(2)),
                "SELECT k.constraint_name, k.check_clause FROM information_schema.table_constraints c"
                        + " JOIN information_schema.check_constraints k ON k.constraint_name = c.constraint_name"
                        + " AND k.constraint_schema = c.constraint_schema"
                        + " WHERE c.constraint_type = 'CHECK' AND c.table_schema = ? AND c.table_name = ?"
                        + " ORDER BY k.constraint_name",
                home(connection, place.schema()),
                place.table());
        return all.stream()
                .filter(check ->
                        !check.sql().strip().toUpperCase(java.util.Locale.ROOT).endsWith(" IS NOT NULL"))
                .toList();
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        List<String> definitions = query(
                connection,
                row -> String.valueOf(row.getString(1)),
                "SELECT view_definition FROM information_schema.views WHERE table_schema = ? AND table_name = ?",
                home(connection, place.schema()),
                place.table());
        return definitions.isEmpty() ? null : definitions.get(0);
    }

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                        connection,
                        row -> normal(row.getString(1)),
                        "SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = ?",
                        home(connection, schema))
                .stream()
                .sorted()
                .toList();
    }

    /** What the standard's COLUMNS view tells of generated columns. */
    private record Generation(
            @Nullable Boolean always,
            Counted counted,
            @Nullable String computedBy,
            boolean stored) {}

    /** How an identity column counts, its type not considered. */
    private record Counted(
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable Long least,
            @Nullable Long greatest,
            boolean cycles,
            @Nullable Long cache) {

        Counting as(int bits, boolean fromLeast, long usualCache) {
            return new Counting(
                    start,
                    increment,
                    least,
                    greatest,
                    cycles,
                    cache,
                    Counting.least(bits),
                    Counting.greatest(bits),
                    fromLeast,
                    usualCache);
        }
    }

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Generation> generations = generations(connection, place);
        return super.columns(connection, place).stream()
                .map(column -> withGeneration(column, generations.get(column.name())))
                .toList();
    }

    private Reflected.ColumnInfo withGeneration(Reflected.ColumnInfo column, @Nullable Generation generation) {
        if (generation == null) {
            return column;
        }
        boolean identity = generation.always() != null;
        boolean computed = generation.computedBy() != null;
        int bits = column.type() instanceof org.aludel.types.IntegerType<?> whole ? whole.bits() : Long.SIZE;
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                identity || computed ? null : column.defaultSql(),
                column.autoincrement() || identity,
                identity
                        ? new Reflected.IdentityInfo(
                                Boolean.TRUE.equals(generation.always()),
                                generation
                                        .counted()
                                        .as(bits, countsFromLeast(), usualCache())
                                        .options())
                        : column.identity(),
                generation.computedBy(),
                computed && generation.stored(),
                column.comment());
    }

    private Map<String, Generation> generations(Connection connection, Place place) throws SQLException {
        Map<String, Generation> found = new LinkedHashMap<>();
        query(
                connection,
                row -> {
                    boolean identity = "YES".equals(row.getString(2));
                    String computedBy = row.getString(10);
                    if (identity || computedBy != null) {
                        found.put(
                                normal(row.getString(1)),
                                new Generation(
                                        identity ? "ALWAYS".equals(row.getString(3)) : null,
                                        counted(row, 4),
                                        computedBy == null ? null : withoutParentheses(computedBy),
                                        storesComputed()));
                    }
                    return true;
                },
                "SELECT column_name, is_identity, identity_generation, identity_start, identity_increment,"
                        + " identity_minimum, identity_maximum, identity_cycle, " + cacheOfIdentity() + ", "
                        + "CASE WHEN is_generated = 'ALWAYS' THEN generation_expression END"
                        + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?",
                home(connection, place.schema()),
                place.table());
        return found;
    }

    private static Counted counted(ResultSet row, int first) throws SQLException {
        return new Counted(
                Catalogue.number(row, first),
                Catalogue.number(row, first + 1),
                Catalogue.number(row, first + 2),
                Catalogue.number(row, first + 3),
                "YES".equals(row.getString(first + 4)),
                Catalogue.number(row, first + 5));
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        List<Sequence> found = query(
                connection,
                row -> {
                    int bits = row.getInt(7) <= 0 ? Long.SIZE : row.getInt(7);
                    SequenceOptions options = counted(row, 1)
                            .as(bits, countsFromLeast(), usualCache())
                            .options();
                    return new Sequence(null, normal(place.table()), options, typeOfSequence(bits), false);
                },
                "SELECT start_value, increment, minimum_value, maximum_value, cycle_option, " + cacheOfSequence()
                        + ", numeric_precision FROM information_schema.sequences"
                        + " WHERE sequence_schema = ? AND sequence_name = ?",
                home(connection, place.schema()),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** The type of a sequence whose values have so many bits; null for what the database takes by itself. */
    protected @Nullable Type<?> typeOfSequence(int bits) {
        return null;
    }

    /** The column that tells how many values of an identity column a connection takes at once; NULL without one. */
    protected String cacheOfIdentity() {
        return "NULL";
    }

    /** The column that tells how many values of a sequence a connection takes at once; NULL without one. */
    protected String cacheOfSequence() {
        return "NULL";
    }

    /** How many values a connection takes at once unless told otherwise. */
    protected long usualCache() {
        return 1;
    }

    /** Whether limits that nobody set are those of the type. */
    protected boolean countsFromLeast() {
        return false;
    }

    /** Whether computed columns are kept in the row. */
    protected boolean storesComputed() {
        return true;
    }

    @Override
    public List<Reflected.DomainInfo> domains(Connection connection, @Nullable String schema) throws SQLException {
        Map<String, List<Reflected.CheckInfo>> checks = new LinkedHashMap<>();
        query(
                connection,
                row -> checks.computeIfAbsent(row.getString(1), domain -> new ArrayList<>())
                        .add(new Reflected.CheckInfo(constraintName(row.getString(2)), row.getString(3))),
                "SELECT d.domain_name, k.constraint_name, k.check_clause FROM information_schema.domain_constraints d"
                        + " JOIN information_schema.check_constraints k ON k.constraint_name = d.constraint_name"
                        + " AND k.constraint_schema = d.constraint_schema WHERE d.domain_schema = ?"
                        + " ORDER BY k.constraint_name",
                home(connection, schema));
        return query(
                        connection,
                        row -> {
                            int size = Math.max(row.getInt(3), row.getInt(4));
                            ColumnFacts facts = new ColumnFacts(
                                    jdbcType(row.getString(2)), row.getString(2), size, row.getInt(5), null);
                            return new Reflected.DomainInfo(
                                    null,
                                    normal(row.getString(1)),
                                    types().type(facts),
                                    true,
                                    row.getString(6),
                                    List.copyOf(checks.getOrDefault(row.getString(1), List.of())));
                        },
                        "SELECT domain_name, data_type, character_maximum_length, numeric_precision, numeric_scale,"
                                + " domain_default FROM information_schema.domains WHERE domain_schema = ?",
                        home(connection, schema))
                .stream()
                .sorted(Comparator.comparing(Reflected.DomainInfo::name))
                .toList();
    }

    /** JDBC's number of a type by the standard's name. */
    private static int jdbcType(String name) {
        return switch (name.toUpperCase(java.util.Locale.ROOT)) {
            case "BOOLEAN" -> java.sql.Types.BOOLEAN;
            case "SMALLINT", "TINYINT" -> java.sql.Types.SMALLINT;
            case "INTEGER" -> java.sql.Types.INTEGER;
            case "BIGINT" -> java.sql.Types.BIGINT;
            case "REAL" -> java.sql.Types.REAL;
            case "DOUBLE", "DOUBLE PRECISION", "FLOAT" -> java.sql.Types.DOUBLE;
            case "NUMERIC", "DECIMAL" -> java.sql.Types.NUMERIC;
            case "CHARACTER" -> java.sql.Types.CHAR;
            case "CHARACTER VARYING" -> java.sql.Types.VARCHAR;
            case "CHARACTER LARGE OBJECT" -> java.sql.Types.CLOB;
            case "BINARY", "BINARY VARYING" -> java.sql.Types.VARBINARY;
            case "BINARY LARGE OBJECT" -> java.sql.Types.BLOB;
            case "DATE" -> java.sql.Types.DATE;
            case "TIME" -> java.sql.Types.TIME;
            case "TIMESTAMP" -> java.sql.Types.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> java.sql.Types.TIMESTAMP_WITH_TIMEZONE;
            default -> java.sql.Types.OTHER;
        };
    }
}
