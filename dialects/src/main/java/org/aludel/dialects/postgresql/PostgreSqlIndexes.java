package org.aludel.dialects.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.core.reflection.SqlText;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** The indexes of a table of PostgreSQL. */
final class PostgreSqlIndexes {

    private static final int INCLUDE_SINCE = 11;
    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final Connection connection;
    private final SchemaReader.Place place;
    private final Map<String, Parts> indexes = new TreeMap<>();

    PostgreSqlIndexes(Connection connection, SchemaReader.Place place) {
        this.connection = connection;
        this.place = place;
    }

    List<Reflected.IndexInfo> read() throws SQLException {
        boolean includes = connection.getMetaData().getDatabaseMajorVersion() >= INCLUDE_SINCE;
        Catalogue.query(
                connection,
                this::add,
                "SELECT i.relname, x.indisunique, pg_catalog.pg_get_expr(x.indpred, x.indrelid), m.amname,"
                        + " pg_catalog.array_to_string(i.reloptions, ','), s.spcname, c.conname, a.attname,"
                        + " pg_catalog.pg_get_indexdef(x.indexrelid, k.place::integer, TRUE), o.option,"
                        + " CASE WHEN NOT oc.opcdefault THEN oc.opcname END, k.place > "
                        + (includes ? "x.indnkeyatts" : "x.indnatts")
                        + " FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
                        + " JOIN pg_catalog.pg_am m ON m.oid = i.relam"
                        + " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = i.reltablespace"
                        + " LEFT JOIN pg_catalog.pg_constraint c ON c.conindid = x.indexrelid"
                        + " AND c.conrelid = x.indrelid AND c.contype IN ('u', 'x')"
                        + " CROSS JOIN LATERAL pg_catalog.unnest(x.indkey) WITH ORDINALITY AS k (attnum, place)"
                        + " LEFT JOIN LATERAL pg_catalog.unnest(x.indoption) WITH ORDINALITY AS o (option, place)"
                        + " ON o.place = k.place"
                        + " LEFT JOIN LATERAL pg_catalog.unnest(x.indclass) WITH ORDINALITY AS b (opclass, place)"
                        + " ON b.place = k.place LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = b.opclass"
                        + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum"
                        + PostgreSqlSchemaReader.OF_TABLE.formatted("x.indrelid")
                        + " AND NOT x.indisprimary ORDER BY i.relname, k.place",
                place.schema(),
                place.table());
        return indexes.entrySet().stream()
                .map(entry -> entry.getValue().info(entry.getKey()))
                .toList();
    }

    private boolean add(ResultSet row) throws SQLException {
        Parts index = indexes.get(row.getString(1));
        if (index == null) {
            index = new Parts(
                    row.getBoolean(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
            indexes.put(row.getString(1), index);
        }
        String column = row.getString(8);
        if (row.getBoolean(12)) {
            index.included.add(column);
            return true;
        }
        int option = row.getInt(10);
        boolean descending = (option & DESCENDING) != 0;
        boolean nullsFirst = (option & NULLS_FIRST) != 0;
        index.parts.add(new Reflected.IndexPart(
                column,
                column == null ? SqlText.withoutParentheses(row.getString(9)) : null,
                descending,
                descending == nullsFirst ? null : Boolean.valueOf(nullsFirst)));
        if (column != null && row.getString(11) != null) {
            index.operators.put(column, row.getString(11));
        }
        return true;
    }

    /** An index on the way. */
    private static final class Parts {
        private final boolean unique;
        private final @Nullable String where;
        private final String method;
        private final @Nullable String parameters;
        private final @Nullable String space;
        private final @Nullable String constraint;
        private final List<Reflected.IndexPart> parts = new ArrayList<>();
        private final List<String> included = new ArrayList<>();
        private final Map<String, String> operators = new LinkedHashMap<>();

        Parts(
                boolean unique,
                @Nullable String where,
                String method,
                @Nullable String parameters,
                @Nullable String space,
                @Nullable String constraint) {
            this.unique = unique;
            this.where = where;
            this.method = method;
            this.parameters = parameters;
            this.space = space;
            this.constraint = constraint;
        }

        Reflected.IndexInfo info(String name) {
            List<@Nullable String> names = new ArrayList<>();
            parts.forEach(part -> names.add(part.column()));
            return new Reflected.IndexInfo(
                    name,
                    Collections.unmodifiableList(names),
                    unique,
                    constraint,
                    List.copyOf(parts),
                    where == null ? null : SqlText.withoutParentheses(where),
                    options());
        }

        private Options options() {
            Options options = Options.NONE;
            if (!method.equals("btree")) {
                options = options.and("postgresql_using", method);
            }
            if (!operators.isEmpty()) {
                options = options.and("postgresql_ops", Map.copyOf(operators));
            }
            if (!included.isEmpty()) {
                options = options.and("postgresql_include", List.copyOf(included));
            }
            if (parameters != null && !parameters.isEmpty()) {
                Map<String, Object> with = new LinkedHashMap<>();
                for (String parameter : parameters.split(",")) {
                    with.put(
                            parameter.substring(0, parameter.indexOf('=')),
                            parameter.substring(parameter.indexOf('=') + 1));
                }
                options = options.and("postgresql_with", with);
            }
            return space == null ? options : options.and("postgresql_tablespace", space);
        }
    }
}
