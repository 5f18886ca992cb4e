package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.Identifiers;
import org.aludel.schema.Reflected;
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
            boolean identity,
            boolean always,
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable String computedBy) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Generation> generations = generations(connection, place);
        return super.columns(connection, place).stream()
                .map(column -> withGeneration(column, generations.get(column.name())))
                .toList();
    }

    private static Reflected.ColumnInfo withGeneration(Reflected.ColumnInfo column, @Nullable Generation generation) {
        if (generation == null) {
            return column;
        }
        boolean identity = generation.identity();
        boolean computed = generation.computedBy() != null;
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                identity || computed ? null : column.defaultSql(),
                column.autoincrement() || identity,
                identity
                        ? new Reflected.IdentityInfo(generation.always(), generation.start(), generation.increment())
                        : column.identity(),
                generation.computedBy(),
                computed,
                column.comment());
    }

    private Map<String, Generation> generations(Connection connection, Place place) throws SQLException {
        String sql = generationQuery();
        Map<String, Generation> found = new LinkedHashMap<>();
        if (sql == null) {
            return found;
        }
        query(
                connection,
                row -> {
                    boolean identity = "YES".equals(row.getString(2));
                    String computedBy = row.getString(6);
                    if (identity || computedBy != null) {
                        found.put(
                                normal(row.getString(1)),
                                new Generation(
                                        identity,
                                        "ALWAYS".equals(row.getString(3)),
                                        number(row.getString(4)),
                                        number(row.getString(5)),
                                        computedBy));
                    }
                    return true;
                },
                sql,
                home(connection, place.schema()),
                place.table());
        return found;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    /**
     * The query for name, YES for identity columns, ALWAYS or BY DEFAULT, start, increment and expression of a table's
     * columns; null where the view does not know them.
     */
    protected @Nullable String generationQuery() {
        return "SELECT column_name, is_identity, identity_generation, identity_start, identity_increment,"
                + " generation_expression FROM information_schema.columns WHERE table_schema = ? AND table_name = ?";
    }
}
