package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** Indexes by JDBC's metadata. */
final class DriverIndexes {

    private final SchemaReader reader;
    private final Connection connection;
    private final SchemaReader.Place place;
    private final Map<String, Parts> indexes = new TreeMap<>();

    DriverIndexes(SchemaReader reader, Connection connection, SchemaReader.Place place) {
        this.reader = reader;
        this.connection = connection;
        this.place = place;
    }

    List<Reflected.IndexInfo> read() throws SQLException {
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(
                        reader.catalog(connection, place.schema()),
                        reader.jdbcSchema(connection, place.schema()),
                        place.table(),
                        false,
                        true)) {
            while (rows.next()) {
                add(rows);
            }
        }
        Reflected.KeyInfo primaryKey = reader.primaryKey(connection, place);
        List<Reflected.UniqueInfo> constraints = reader.uniqueConstraints(connection, place);
        List<Reflected.IndexInfo> found = new ArrayList<>();
        for (Map.Entry<String, Parts> entry : indexes.entrySet()) {
            Parts index = entry.getValue();
            List<@Nullable String> names = index.names();
            if (reader.isShown(connection, place, entry.getKey(), names, primaryKey)) {
                String name = reader.normal(entry.getKey());
                found.add(new Reflected.IndexInfo(
                        name,
                        names,
                        index.unique,
                        index.unique ? constraintOf(name, names, constraints) : null,
                        List.copyOf(index.parts.values()),
                        index.where,
                        Options.NONE));
            }
        }
        return found;
    }

    private void add(ResultSet rows) throws SQLException {
        boolean nonUnique = rows.getBoolean("NON_UNIQUE");
        String name = rows.getString("INDEX_NAME");
        short kind = rows.getShort("TYPE");
        int position = rows.getInt("ORDINAL_POSITION");
        String column = rows.getString("COLUMN_NAME");
        String direction = rows.getString("ASC_OR_DESC");
        String where = reader.indexCondition(rows);
        if (name == null || kind == DatabaseMetaData.tableIndexStatistic) {
            return;
        }
        Parts index = indexes.computeIfAbsent(name, n -> new Parts(!nonUnique, where));
        String known = column == null ? null : reader.normal(column);
        index.parts.put(position, new Reflected.IndexPart(known, null, "D".equals(direction), null));
    }

    /** The name of the unique constraint that a unique index stands for; null if it is an index of its own. */
    static @Nullable String constraintOf(
            String index, List<@Nullable String> columns, List<Reflected.UniqueInfo> constraints) {
        for (Reflected.UniqueInfo constraint : constraints) {
            if (index.equals(constraint.name())
                    || constraint.asIndex() && constraint.columns().equals(columns)) {
                return constraint.name() == null ? index : constraint.name();
            }
        }
        return null;
    }

    /** An index on the way. */
    private static final class Parts {
        private final boolean unique;
        private final @Nullable String where;
        private final Map<Integer, Reflected.IndexPart> parts = new TreeMap<>();

        Parts(boolean unique, @Nullable String where) {
            this.unique = unique;
            this.where = where;
        }

        List<@Nullable String> names() {
            List<@Nullable String> names = new ArrayList<>();
            parts.values().forEach(part -> names.add(part.column()));
            return Collections.unmodifiableList(names);
        }
    }
}
