package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** Foreign keys by JDBC's metadata. */
final class DriverForeignKeys {

    private final SchemaReader reader;
    private final Connection connection;
    private final SchemaReader.Place place;
    private final List<Parts> keys = new ArrayList<>();

    DriverForeignKeys(SchemaReader reader, Connection connection, SchemaReader.Place place) {
        this.reader = reader;
        this.connection = connection;
        this.place = place;
    }

    List<Reflected.ForeignKeyInfo> read() throws SQLException {
        try (ResultSet row = connection
                .getMetaData()
                .getImportedKeys(
                        reader.catalog(connection, place.schema()),
                        reader.jdbcSchema(connection, place.schema()),
                        place.table())) {
            while (row.next()) {
                add(row);
            }
        }
        String home = place.schema() == null ? reader.defaultSchema(connection) : place.schema();
        return keys.stream()
                .map(key -> info(key, home))
                .sorted(Comparator.comparing(key -> key.columns().toString()))
                .toList();
    }

    private void add(ResultSet row) throws SQLException {
        String of = "a foreign key of " + place.table();
        String catalog = row.getString("PKTABLE_CAT");
        String schema = row.getString("PKTABLE_SCHEM");
        String table = Catalogue.required(row.getString("PKTABLE_NAME"), "the table that is referred to by " + of);
        String referred = Catalogue.required(row.getString("PKCOLUMN_NAME"), "a referred column of " + of);
        String column = Catalogue.required(row.getString("FKCOLUMN_NAME"), "a column of " + of);
        int sequence = row.getInt("KEY_SEQ");
        int onUpdate = row.getInt("UPDATE_RULE");
        int onDelete = row.getInt("DELETE_RULE");
        String name = row.getString("FK_NAME");
        int deferrability = row.getInt("DEFERRABILITY");
        Parts key = partOf(name, sequence);
        if (key == null) {
            key = new Parts(name, reader.schemaOf(catalog, schema), table, onDelete, onUpdate, deferrability);
            keys.add(key);
        }
        key.columns.put(sequence, reader.normal(column));
        key.referred.put(sequence, reader.normal(referred));
    }

    /** The key that a row belongs to; keys without names begin anew at each first column. */
    private @Nullable Parts partOf(@Nullable String name, int sequence) {
        for (int i = keys.size() - 1; i >= 0; i--) {
            Parts key = keys.get(i);
            if (name != null && name.equals(key.name) && !key.columns.containsKey(sequence)
                    || name == null && sequence > 1 && i == keys.size() - 1) {
                return key;
            }
        }
        return null;
    }

    private Reflected.ForeignKeyInfo info(Parts key, @Nullable String home) {
        boolean atHome = key.schema == null || key.schema.equals(home);
        return new Reflected.ForeignKeyInfo(
                key.name == null ? null : reader.constraintName(key.name),
                List.copyOf(key.columns.values()),
                atHome ? null : reader.normal(String.valueOf(key.schema)),
                reader.normal(key.table),
                List.copyOf(key.referred.values()),
                action(key.onDelete),
                action(key.onUpdate),
                key.deferrability == DatabaseMetaData.importedKeyInitiallyDeferred
                        || key.deferrability == DatabaseMetaData.importedKeyInitiallyImmediate,
                key.deferrability == DatabaseMetaData.importedKeyInitiallyDeferred);
    }

    private @Nullable ForeignKeyAction action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> ForeignKeyAction.CASCADE;
            case DatabaseMetaData.importedKeySetNull -> ForeignKeyAction.SET_NULL;
            case DatabaseMetaData.importedKeySetDefault -> ForeignKeyAction.SET_DEFAULT;
            case DatabaseMetaData.importedKeyRestrict -> reader.tellsRestrict() ? ForeignKeyAction.RESTRICT : null;
            default -> null;
        };
    }

    /** A foreign key on the way. */
    private static final class Parts {
        private final @Nullable String name;
        private final @Nullable String schema;
        private final String table;
        private final int onDelete;
        private final int onUpdate;
        private final int deferrability;
        private final Map<Integer, String> columns = new TreeMap<>();
        private final Map<Integer, String> referred = new TreeMap<>();

        Parts(
                @Nullable String name,
                @Nullable String schema,
                String table,
                int onDelete,
                int onUpdate,
                int deferrability) {
            this.name = name;
            this.schema = schema;
            this.table = table;
            this.onDelete = onDelete;
            this.onUpdate = onUpdate;
            this.deferrability = deferrability;
        }
    }
}
