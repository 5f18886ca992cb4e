package org.aludel.core.reflection;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.schema.Reflected;

/** Columns by JDBC's metadata. */
final class DriverColumns {

    private final SchemaReader reader;
    private final Connection connection;
    private final SchemaReader.Place place;

    DriverColumns(SchemaReader reader, Connection connection, SchemaReader.Place place) {
        this.reader = reader;
        this.connection = connection;
        this.place = place;
    }

    List<Reflected.ColumnInfo> read() throws SQLException {
        Map<Integer, Reflected.ColumnInfo> columns = new TreeMap<>();
        DatabaseMetaData metadata = connection.getMetaData();
        try (ResultSet row = metadata.getColumns(
                reader.catalog(connection, place.schema()),
                reader.pattern(metadata, reader.jdbcSchema(connection, place.schema())),
                reader.pattern(metadata, place.table()),
                "%")) {
            while (row.next()) {
                if (place.table().equals(row.getString("TABLE_NAME"))) {
                    Reflected.ColumnInfo column = column(row);
                    int position = row.getInt("ORDINAL_POSITION");
                    Reflected.ColumnInfo other = columns.put(position, column);
                    if (other != null) {
                        throw Catalogue.nonsense(
                                "columns " + other.name() + " and " + column.name() + " of " + place.table()
                                        + ", both at position " + position,
                                null);
                    }
                }
            }
        }
        return List.copyOf(columns.values());
    }

    private Reflected.ColumnInfo column(ResultSet row) throws SQLException {
        // in the order of the driver's columns: some read each only once
        String name = Catalogue.required(row.getString("COLUMN_NAME"), "a column of " + place.table());
        int jdbcType = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME");
        int size = row.getInt("COLUMN_SIZE");
        int digits = row.getInt("DECIMAL_DIGITS");
        boolean noDigits = row.wasNull();
        int nullable = row.getInt("NULLABLE");
        String remarks = row.getString("REMARKS");
        String defaultSql = reader.defaultSql(row.getString("COLUMN_DEF"));
        boolean autoincrement = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        ColumnFacts facts =
                new ColumnFacts(jdbcType, typeName == null ? "" : typeName, size, noDigits ? -1 : digits, defaultSql);
        return new Reflected.ColumnInfo(
                reader.normal(name),
                reader.types().type(facts),
                nullable != DatabaseMetaData.columnNoNulls,
                autoincrement ? null : defaultSql,
                autoincrement,
                null,
                null,
                false,
                remarks == null || remarks.isEmpty() ? null : remarks);
    }
}
