package org.aludel.dialects.mysql;

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
import org.aludel.core.reflection.SqlText;
import org.aludel.schema.Options;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** The indexes of a table of MySQL or MariaDB, where a unique index and a unique constraint are one thing. */
final class MySqlIndexes {

    private final Map<String, Parts> indexes = new TreeMap<>();

    MySqlIndexes(Connection connection, @Nullable String schema, String table, boolean mariaDb) throws SQLException {
        Catalogue.query(
                connection,
                this::add,
                "SELECT index_name, non_unique, column_name, collation, sub_part, index_type, "
                        // MariaDB has no indexes over expressions, and no such column
                        + (mariaDb ? "NULL" : "expression")
                        + " FROM information_schema.statistics WHERE table_schema = ? AND table_name = ?"
                        + " AND index_name <> 'PRIMARY' ORDER BY index_name, seq_in_index",
                schema,
                table);
    }

    private boolean add(ResultSet row) throws SQLException {
        String name = row.getString(1);
        boolean unique = row.getInt(2) == 0;
        String column = row.getString(3);
        boolean descending = "D".equals(row.getString(4));
        String length = row.getString(5);
        String kind = row.getString(6);
        String expression = row.getString(7);
        Parts index = indexes.computeIfAbsent(name, key -> new Parts(unique, kind));
        index.parts.add(new Reflected.IndexPart(
                column,
                expression == null ? null : SqlText.withoutParentheses(expression.replace("\\'", "'")),
                descending,
                null));
        if (length != null && column != null && !index.isOfWholeColumns()) {
            index.lengths.put(column, Integer.valueOf(length));
        }
        return true;
    }

    /** The unique indexes over whole columns, which are the unique constraints. */
    List<Reflected.UniqueInfo> uniques() {
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        indexes.forEach((name, index) -> {
            if (index.isConstraint()) {
                found.add(new Reflected.UniqueInfo(
                        name, index.names().stream().map(String::valueOf).toList(), true));
            }
        });
        found.sort(java.util.Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    List<Reflected.IndexInfo> all() {
        List<Reflected.IndexInfo> found = new ArrayList<>();
        indexes.forEach((name, index) -> found.add(new Reflected.IndexInfo(
                name,
                index.names(),
                index.unique,
                index.isConstraint() ? name : null,
                List.copyOf(index.parts),
                null,
                index.options())));
        return found;
    }

    /** An index on the way. */
    private static final class Parts {
        private final boolean unique;
        private final String kind;
        private final List<Reflected.IndexPart> parts = new ArrayList<>();
        private final Map<String, Integer> lengths = new LinkedHashMap<>();

        Parts(boolean unique, String kind) {
            this.unique = unique;
            this.kind = kind;
        }

        private boolean isOfWholeColumns() {
            return kind.equals("FULLTEXT") || kind.equals("SPATIAL");
        }

        private boolean isConstraint() {
            return unique
                    && lengths.isEmpty()
                    && parts.stream().allMatch(part -> part.column() != null && !part.descending());
        }

        private List<@Nullable String> names() {
            List<@Nullable String> names = new ArrayList<>();
            parts.forEach(part -> names.add(part.column()));
            return Collections.unmodifiableList(names);
        }

        private Options options() {
            Options options = Options.NONE;
            if (!lengths.isEmpty()) {
                options = options.and("mysql_length", Map.copyOf(lengths));
            }
            if (isOfWholeColumns()) {
                return options.and("mysql_prefix", kind);
            }
            return kind.equals("BTREE") ? options : options.and("mysql_using", kind.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
