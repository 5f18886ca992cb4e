package org.aludel.dialects.firebird;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Firebird's catalogue, by its {@code RDB$} tables. There are no schemas; what has no name is called {@code INTEG_n}. */
final class FirebirdSchemaReader extends SchemaReader {

    FirebirdSchemaReader(Identifiers identifiers) {
        super(identifiers, new FirebirdReflectedTypes());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) {
        return null;
    }

    @Override
    protected @Nullable String jdbcSchema(Connection connection, @Nullable String schema) {
        return null;
    }

    @Override
    public List<String> schemas(Connection connection) {
        return List.of();
    }

    @Override
    public List<String> temporaryTables(Connection connection) throws SQLException {
        return relations(connection, null, "GLOBAL TEMPORARY");
    }

    @Override
    public boolean tellsStorage() {
        return false;
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        String source = Catalogue.text(
                connection, "SELECT rdb$view_source FROM rdb$relations WHERE rdb$relation_name = ?", place.table());
        return source == null ? null : source.strip();
    }

    // ---- columns

    /** What the catalogue tells of a column besides. */
    private record Generated(
            @Nullable Integer identity,
            @Nullable Long start,
            @Nullable Long increment,
            @Nullable String computedBy,
            @Nullable String defaultSource) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Generated> generated = new HashMap<>();
        boolean identities = connection.getMetaData().getDatabaseMajorVersion() >= 3;
        query(
                connection,
                row -> generated.put(
                        normal(row.getString(1)),
                        new Generated(
                                row.getObject(2) == null ? null : row.getInt(2),
                                Catalogue.number(row, 3),
                                Catalogue.number(row, 4),
                                row.getString(5),
                                row.getString(6))),
                "SELECT TRIM(TRAILING FROM c.rdb$field_name), "
                        + (identities
                                ? "c.rdb$identity_type, g.rdb$initial_value, g.rdb$generator_increment"
                                : "NULL, NULL, NULL")
                        + ", f.rdb$computed_source, COALESCE(c.rdb$default_source, f.rdb$default_source)"
                        + " FROM rdb$relation_fields c JOIN rdb$fields f ON f.rdb$field_name = c.rdb$field_source"
                        + (identities
                                ? " LEFT JOIN rdb$generators g ON g.rdb$generator_name = c.rdb$generator_name"
                                : "")
                        + " WHERE c.rdb$relation_name = ?",
                place.table());
        return super.columns(connection, place).stream()
                .map(column -> generated(column, generated.get(column.name())))
                .toList();
    }

    private static Reflected.ColumnInfo generated(Reflected.ColumnInfo column, @Nullable Generated generated) {
        if (generated == null) {
            return column;
        }
        String computedBy = generated.computedBy();
        boolean identity = generated.identity() != null;
        String source = generated.defaultSource();
        String byDefault = source == null ? null : source.strip().replaceFirst("(?i)^(DEFAULT\\s+|=\\s*)", "");
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                identity || computedBy != null || "NULL".equalsIgnoreCase(byDefault) ? null : byDefault,
                identity,
                identity
                        ? new Reflected.IdentityInfo(
                                Integer.valueOf(0).equals(generated.identity()), counting(generated))
                        : null,
                computedBy == null ? null : withoutParentheses(computedBy),
                false,
                column.comment());
    }

    /** What was said: version 3 begins after 0 by itself, and counts by 1 only. */
    private static SequenceOptions counting(Generated generated) {
        Long start = Long.valueOf(0).equals(generated.start()) ? null : generated.start();
        Long step = Long.valueOf(1).equals(generated.increment()) ? null : generated.increment();
        return SequenceOptions.NONE.withStart(start).withIncrement(step);
    }

    // ---- constraints and indexes

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.startsWith("INTEG_") ? null : super.constraintName(stored.stripTrailing());
    }

    /** An index with its columns on the way. */
    private record Listed(
            String name,
            boolean unique,
            boolean descending,
            @Nullable String expression,
            @Nullable String constraint,
            @Nullable String kind,
            List<String> columns) {}

    private List<Listed> listed(Connection connection, Place place) throws SQLException {
        Map<String, Listed> found = new TreeMap<>();
        query(
                connection,
                row -> {
                    String name = row.getString(1);
                    boolean unique = row.getInt(2) == 1;
                    boolean descending = row.getInt(3) == 1;
                    String expression = row.getString(4);
                    String constraint = row.getString(5);
                    String kind = row.getString(6);
                    String column = row.getString(7);
                    Listed index = found.computeIfAbsent(
                            name,
                            key -> new Listed(
                                    key, unique, descending, expression, constraint, kind, new ArrayList<>()));
                    return column != null && index.columns().add(normal(column));
                },
                "SELECT TRIM(TRAILING FROM i.rdb$index_name), i.rdb$unique_flag, i.rdb$index_type,"
                        + " i.rdb$expression_source, TRIM(TRAILING FROM c.rdb$constraint_name),"
                        + " TRIM(TRAILING FROM c.rdb$constraint_type), TRIM(TRAILING FROM s.rdb$field_name)"
                        + " FROM rdb$indices i LEFT JOIN rdb$index_segments s ON s.rdb$index_name = i.rdb$index_name"
                        + " LEFT JOIN rdb$relation_constraints c ON c.rdb$index_name = i.rdb$index_name"
                        + " WHERE i.rdb$relation_name = ? ORDER BY i.rdb$index_name, s.rdb$field_position",
                place.table());
        return List.copyOf(found.values());
    }

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            if ("UNIQUE".equals(index.kind())) {
                String name = constraintName(String.valueOf(index.constraint()));
                found.add(new Reflected.UniqueInfo(
                        name,
                        List.copyOf(index.columns()),
                        true,
                        normal(index.name()),
                        org.aludel.schema.Deferral.NONE));
            }
        }
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.IndexInfo> indexes(Connection connection, Place place) throws SQLException {
        List<Reflected.IndexInfo> found = new ArrayList<>();
        for (Listed index : listed(connection, place)) {
            boolean ofConstraint = index.kind() != null;
            if (ofConstraint && !"UNIQUE".equals(index.kind())) {
                continue;
            }
            String expression = index.expression();
            List<@Nullable String> names = new ArrayList<>(index.columns());
            List<Reflected.IndexPart> parts = new ArrayList<>();
            if (expression != null) {
                names.add(null);
                parts.add(new Reflected.IndexPart(null, withoutParentheses(expression), index.descending(), null));
            }
            index.columns()
                    .forEach(column -> parts.add(new Reflected.IndexPart(column, null, index.descending(), null)));
            String constraint = index.constraint() == null ? null : constraintName(index.constraint());
            found.add(new Reflected.IndexInfo(
                    normal(index.name()),
                    Collections.unmodifiableList(names),
                    index.unique(),
                    ofConstraint ? constraint == null ? normal(index.name()) : constraint : null,
                    parts,
                    null,
                    Options.NONE));
        }
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(
                        constraintName(row.getString(1)),
                        withoutParentheses(row.getString(2).strip().replaceFirst("(?i)^CHECK\\s*", ""))),
                "SELECT TRIM(TRAILING FROM c.rdb$constraint_name), t.rdb$trigger_source"
                        + " FROM rdb$relation_constraints c"
                        + " JOIN rdb$check_constraints k ON k.rdb$constraint_name = c.rdb$constraint_name"
                        + " JOIN rdb$triggers t ON t.rdb$trigger_name = k.rdb$trigger_name"
                        + " WHERE c.rdb$constraint_type = 'CHECK' AND t.rdb$trigger_type = 1"
                        + " AND c.rdb$relation_name = ? ORDER BY c.rdb$constraint_name",
                place.table());
    }

    // ---- sequences and domains

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                        connection,
                        row -> normal(row.getString(1)),
                        "SELECT TRIM(TRAILING FROM rdb$generator_name) FROM rdb$generators WHERE rdb$system_flag = 0")
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        List<Sequence> found = query(
                connection,
                row -> new Sequence(
                        null,
                        normal(place.table()),
                        SequenceOptions.NONE
                                .withStart(Catalogue.number(row, 1))
                                .withIncrement(Catalogue.number(row, 2)),
                        null,
                        false),
                "SELECT rdb$initial_value, rdb$generator_increment FROM rdb$generators WHERE rdb$generator_name = ?",
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names of Firebird's own. */
    private static final class FirebirdReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            return switch (name) {
                case "float" -> Types.FLOAT;
                case "double precision" -> Types.DOUBLE;
                case "blob sub_type text", "blob sub_type 1" -> Types.TEXT;
                case "blob sub_type binary", "blob sub_type 0" -> Types.BINARY;
                case "binary" -> own("firebird", "CHAR(" + facts.size() + ") CHARACTER SET OCTETS", Types.BINARY);
                default ->
                    facts.jdbcType() == java.sql.Types.BINARY
                            ? own("firebird", "CHAR(" + facts.size() + ") CHARACTER SET OCTETS", Types.BINARY)
                            : super.byName(name, facts);
            };
        }
    }
}
