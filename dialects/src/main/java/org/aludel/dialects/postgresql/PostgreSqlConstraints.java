package org.aludel.dialects.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Deferral;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** Keys and unique constraints of a table of PostgreSQL. */
final class PostgreSqlConstraints {

    private static final String NAMES_OF = "(SELECT pg_catalog.array_agg(a.attname::text ORDER BY k.place)"
            + " FROM pg_catalog.unnest(%s) WITH ORDINALITY AS k (attnum, place)"
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = %s AND a.attnum = k.attnum)";

    private static final String OWN = NAMES_OF.formatted("c.conkey", "c.conrelid");

    private final Connection connection;
    private final SchemaReader.Place place;

    PostgreSqlConstraints(Connection connection, SchemaReader.Place place) {
        this.connection = connection;
        this.place = place;
    }

    static List<String> names(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    Reflected.KeyInfo primaryKey() throws SQLException {
        List<Reflected.KeyInfo> found = Catalogue.query(
                connection,
                row -> new Reflected.KeyInfo(row.getString(1), names(row, 2)),
                "SELECT c.conname, " + OWN + " FROM pg_catalog.pg_constraint c"
                        + PostgreSqlSchemaReader.OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'p'",
                place.schema(),
                place.table());
        return found.isEmpty() ? new Reflected.KeyInfo(null, List.of()) : found.get(0);
    }

    List<Reflected.UniqueInfo> uniques() throws SQLException {
        return Catalogue.query(
                        connection,
                        row -> new Reflected.UniqueInfo(
                                row.getString(1),
                                names(row, 2),
                                true,
                                row.getString(1),
                                row.getBoolean(3) ? Deferral.deferrable(row.getBoolean(4)) : Deferral.NONE),
                        "SELECT c.conname, " + OWN + ", c.condeferrable, c.condeferred FROM pg_catalog.pg_constraint c"
                                + PostgreSqlSchemaReader.OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'u'",
                        place.schema(),
                        place.table())
                .stream()
                .sorted(Comparator.comparing(unique -> unique.columns().toString()))
                .toList();
    }

    List<Reflected.ForeignKeyInfo> foreignKeys() throws SQLException {
        return Catalogue.query(
                        connection,
                        this::foreignKey,
                        "SELECT c.conname, " + OWN + ", rn.nspname, r.relname, "
                                + NAMES_OF.formatted("c.confkey", "c.confrelid")
                                + ", c.confdeltype, c.confupdtype, c.condeferrable, c.condeferred, c.confmatchtype"
                                + " FROM pg_catalog.pg_constraint c"
                                + " JOIN pg_catalog.pg_class r ON r.oid = c.confrelid"
                                + " JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace"
                                + PostgreSqlSchemaReader.OF_TABLE.formatted("c.conrelid") + " AND c.contype = 'f'",
                        place.schema(),
                        place.table())
                .stream()
                .sorted(Comparator.comparing(key -> key.columns().toString()))
                .toList();
    }

    private Reflected.ForeignKeyInfo foreignKey(ResultSet row) throws SQLException {
        String schema = row.getString(3);
        return new Reflected.ForeignKeyInfo(
                row.getString(1),
                names(row, 2),
                schema.equals(place.schema()) ? null : schema,
                row.getString(4),
                names(row, 5),
                action(row.getString(6)),
                action(row.getString(7)),
                row.getBoolean(8),
                row.getBoolean(9),
                "f".equals(row.getString(10)) ? "FULL" : null);
    }

    private static @Nullable ForeignKeyAction action(String letter) {
        return switch (letter) {
            case "c" -> ForeignKeyAction.CASCADE;
            case "n" -> ForeignKeyAction.SET_NULL;
            case "d" -> ForeignKeyAction.SET_DEFAULT;
            case "r" -> ForeignKeyAction.RESTRICT;
            default -> null;
        };
    }
}
