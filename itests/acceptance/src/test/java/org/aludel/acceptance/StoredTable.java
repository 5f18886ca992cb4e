package org.aludel.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a table holds, read by plain JDBC: rows in the order of the primary key, values by column name. */
record StoredTable(List<String> rows) {

    static StoredTable read(Connection connection, String table) throws SQLException {
        String key = table.equals("playlist_track") ? "playlist_id, track_id" : table + "_id";
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table + " order by " + key)) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                TreeMap<String, @Nullable Object> row = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value(found, i));
                }
                rows.add(row.toString());
            }
        }
        return new StoredTable(rows);
    }

    /**
     * Values with their types, so that 1 and '1' differ, and 0.90 and 0.9 do. Blanks at the end of text do not count: the
     * dump writes text as {@code N'...'}, which PostgreSQL takes as CHAR, and so drops them.
     */
    private static @Nullable Object value(ResultSet found, int column) throws SQLException {
        Object value = found.getObject(column);
        if (value == null) {
            return null;
        }
        Object plain = value instanceof Timestamp time
                ? time.toLocalDateTime()
                : value instanceof String text ? text.stripTrailing() : value;
        return plain.getClass().getSimpleName() + " " + plain;
    }

    static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
