package org.aludel.dialects.derby;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Reflected;
import org.jspecify.annotations.Nullable;

/** Derby's catalogue, by its SYS tables. What has no name is called {@code SQL} and a number. */
final class DerbySchemaReader extends SchemaReader {

    private static final String CONSTRAINTS = " FROM sys.sysconstraints c JOIN sys.systables t ON t.tableid = c.tableid"
            + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid";

    DerbySchemaReader(Identifiers identifiers) {
        super(identifiers, new ReflectedTypes());
    }

    private static boolean isMade(String name) {
        return name.matches("SQL[0-9]+.*");
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return isMade(stored) ? null : super.constraintName(stored);
    }

    @Override
    protected @Nullable String defaultSql(@Nullable String reported) {
        // what Derby tells of identity columns
        return reported == null || reported.startsWith("AUTOINCREMENT") || reported.startsWith("GENERATED")
                ? null
                : super.defaultSql(reported);
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey)
            throws SQLException {
        return !isMade(storedName) && super.isShown(connection, place, storedName, columns, primaryKey);
    }

    /** A constraint, and the positions of its columns as Derby describes them: {@code UNIQUE BTREE (2, 3)}. */
    private record Described(String name, String descriptor) {}

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        List<Described> described = query(
                connection,
                row -> new Described(row.getString(1), row.getString(2)),
                "SELECT c.constraintname, CAST(g.descriptor AS VARCHAR(4000))" + CONSTRAINTS
                        + " JOIN sys.syskeys k ON k.constraintid = c.constraintid"
                        + " JOIN sys.sysconglomerates g ON g.conglomerateid = k.conglomerateid"
                        + " WHERE c.type = 'U' AND s.schemaname = ? AND t.tablename = ?",
                place.schema(),
                place.table());
        List<Reflected.ColumnInfo> columns = columns(connection, place);
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        for (Described constraint : described) {
            String text = constraint.descriptor();
            List<String> names = new ArrayList<>();
            for (String position :
                    text.substring(text.indexOf('(') + 1, text.indexOf(')')).split(",")) {
                names.add(columns.get(Integer.parseInt(position.strip()) - 1).name());
            }
            found.add(new Reflected.UniqueInfo(constraintName(constraint.name()), List.copyOf(names), false));
        }
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(constraintName(row.getString(1)), withoutParentheses(row.getString(2))),
                "SELECT c.constraintname, k.checkdefinition" + CONSTRAINTS
                        + " JOIN sys.syschecks k ON k.constraintid = c.constraintid"
                        + " WHERE s.schemaname = ? AND t.tablename = ? ORDER BY c.constraintname",
                place.schema(),
                place.table());
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        List<String> definitions = query(
                connection,
                row -> row.getString(1),
                "SELECT v.viewdefinition FROM sys.sysviews v JOIN sys.systables t ON t.tableid = v.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid WHERE s.schemaname = ? AND t.tablename = ?",
                place.schema(),
                place.table());
        return definitions.isEmpty() ? null : definitions.get(0);
    }

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                connection,
                row -> normal(row.getString(1)),
                "SELECT q.sequencename FROM sys.syssequences q JOIN sys.sysschemas s ON s.schemaid = q.schemaid"
                        + " WHERE s.schemaname = ? ORDER BY q.sequencename",
                schema);
    }
}
