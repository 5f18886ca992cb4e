package org.aludel.dialects.access;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Deferral;
import org.aludel.schema.Reflected;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of an Access file as UCanAccess tells it, which is that of the HSQLDB it works on: names of constraints and
 * indexes come in capitals, those of constraints with the table's before them.
 */
final class AccessSchemaReader extends SchemaReader {

    AccessSchemaReader(Identifiers identifiers) {
        super(identifiers, new AccessReflectedTypes());
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
    protected @Nullable String schemaOf(@Nullable String catalog, @Nullable String schema) {
        return null;
    }

    @Override
    protected @Nullable String pattern(DatabaseMetaData metadata, @Nullable String name) {
        // the driver finds some names by the pattern of all names only
        return name == null ? null : "%";
    }

    @Override
    public List<String> schemas(Connection connection) {
        return List.of();
    }

    /**
     * SINGLE is shown as a larger number, and told by a column of the driver's own; so are counters, which the driver does
     * not always tell otherwise.
     */
    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Set<String> singles = new HashSet<>();
        Set<String> counters = new HashSet<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (row.next()) {
                if (place.table().equals(row.getString("TABLE_NAME"))) {
                    String declared = row.getString("ORIGINAL_TYPE");
                    String name = normal(row.getString("COLUMN_NAME"));
                    if ("FLOAT".equals(declared)) {
                        singles.add(name);
                    } else if ("COUNTER".equals(declared)) {
                        counters.add(name);
                    }
                }
            }
        }
        return super.columns(connection, place).stream()
                .map(column -> as(
                        column,
                        singles.contains(column.name()) ? Types.FLOAT : column.type(),
                        column.autoincrement() || counters.contains(column.name())))
                .toList();
    }

    private static Reflected.ColumnInfo as(Reflected.ColumnInfo column, Type<?> type, boolean generated) {
        return new Reflected.ColumnInfo(
                column.name(),
                type,
                column.nullable(),
                column.defaultSql(),
                generated,
                column.identity(),
                column.computedBy(),
                column.stored(),
                column.comment());
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.startsWith("SYS_") ? null : super.constraintName(stored);
    }

    private static String withoutTable(String name, Place place) {
        String prefix = place.table().toUpperCase(Locale.ROOT) + "_";
        return name.toUpperCase(Locale.ROOT).startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey) {
        return !storedName.startsWith("SYS_");
    }

    /** A unique constraint and a unique index are one thing here. */
    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        Map<String, Map<Integer, String>> indexes = new TreeMap<>();
        try (ResultSet row = connection.getMetaData().getIndexInfo(null, null, place.table(), true, true)) {
            while (row.next()) {
                String name = row.getString("INDEX_NAME");
                int position = row.getInt("ORDINAL_POSITION");
                String column = row.getString("COLUMN_NAME");
                if (name != null && column != null && !name.startsWith("SYS_")) {
                    indexes.computeIfAbsent(name, key -> new TreeMap<>()).put(position, normal(column));
                }
            }
        }
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        indexes.forEach((name, columns) -> found.add(new Reflected.UniqueInfo(
                withoutTable(name, place), List.copyOf(columns.values()), true, name, Deferral.NONE)));
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    /** Names of HSQLDB's types that stand for Access's. */
    private static final class AccessReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            return switch (name) {
                case "varchar" -> facts.size() >= 1_000_000 ? Types.TEXT : null;
                default -> super.byName(name, facts);
            };
        }
    }
}
