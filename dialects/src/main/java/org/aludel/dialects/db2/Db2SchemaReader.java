package org.aludel.dialects.db2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** The catalogue of Db2, by its SYSCAT views besides the driver's metadata. What has no name is called SQL and digits. */
final class Db2SchemaReader extends SchemaReader {

    Db2SchemaReader(Identifiers identifiers) {
        super(identifiers, new Db2ReflectedTypes());
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        String schema = Catalogue.text(connection, "VALUES CURRENT SCHEMA");
        return schema == null ? null : schema.strip();
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.matches("SQL\\d{10,}") ? null : super.constraintName(stored);
    }

    @Override
    protected boolean tellsRestrict() {
        return true;
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT text FROM syscat.views WHERE viewschema = ? AND viewname = ?",
                place.schema(),
                place.table());
    }

    // ---- columns

    /** What the catalogue tells of a generated column. */
    private record Generated(
            String how, @Nullable String text, @Nullable Counting counting) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Generated> generated = new LinkedHashMap<>();
        query(
                connection,
                row -> {
                    String name = normal(row.getString(1));
                    boolean identity = "Y".equals(row.getString(3));
                    Counting counting = identity
                            ? new Counting(
                                    Catalogue.number(row, 5),
                                    Catalogue.number(row, 6),
                                    Catalogue.number(row, 7),
                                    Catalogue.number(row, 8),
                                    "Y".equals(row.getString(9)),
                                    Catalogue.number(row, 10),
                                    Long.MIN_VALUE,
                                    greatest(row.getString(11)),
                                    20)
                            : null;
                    return generated.put(name, new Generated(row.getString(2), row.getString(4), counting));
                },
                "SELECT c.colname, c.generated, c.identity, c.text, i.start, i.increment, i.minvalue, i.maxvalue,"
                        + " i.cycle, i.cache, c.typename FROM syscat.columns c LEFT JOIN syscat.colidentattributes i"
                        + " ON i.tabschema = c.tabschema AND i.tabname = c.tabname AND i.colname = c.colname"
                        + " WHERE c.generated <> '' AND c.tabschema = ? AND c.tabname = ?",
                place.schema(),
                place.table());
        return super.columns(connection, place).stream()
                .map(column -> generated(column, generated.get(column.name())))
                .toList();
    }

    private static long greatest(@Nullable String type) {
        return "SMALLINT".equals(type) ? Short.MAX_VALUE : "INTEGER".equals(type) ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }

    private static Reflected.ColumnInfo generated(Reflected.ColumnInfo column, @Nullable Generated generated) {
        if (generated == null) {
            return column;
        }
        Counting counting = generated.counting();
        String text = generated.text();
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                null,
                counting != null,
                counting == null
                        ? null
                        : new Reflected.IdentityInfo(generated.how().strip().equals("A"), counting.options()),
                counting != null || text == null
                        ? null
                        : withoutParentheses(text.strip().replaceFirst("(?i)^AS\\s*", "")),
                counting == null,
                column.comment());
    }

    // ---- constraints

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        query(
                connection,
                row -> columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(normal(row.getString(2))),
                "SELECT c.constname, k.colname FROM syscat.tabconst c JOIN syscat.keycoluse k"
                        + " ON k.constname = c.constname AND k.tabschema = c.tabschema AND k.tabname = c.tabname"
                        + " WHERE c.type = 'U' AND c.tabschema = ? AND c.tabname = ? ORDER BY c.constname, k.colseq",
                place.schema(),
                place.table());
        List<Reflected.UniqueInfo> found = new ArrayList<>();
        columns.forEach(
                (name, names) -> found.add(new Reflected.UniqueInfo(constraintName(name), List.copyOf(names), true)));
        found.sort(Comparator.comparing(unique -> unique.columns().toString()));
        return found;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                connection,
                row -> new Reflected.CheckInfo(constraintName(row.getString(1)), withoutParentheses(row.getString(2))),
                "SELECT constname, text FROM syscat.checks WHERE type = 'C' AND tabschema = ? AND tabname = ?"
                        + " ORDER BY constname",
                place.schema(),
                place.table());
    }

    // ---- sequences

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                        connection,
                        row -> normal(row.getString(1)),
                        "SELECT seqname FROM syscat.sequences WHERE seqtype = 'S' AND seqschema = ?",
                        schema)
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
                        new Counting(
                                        Catalogue.number(row, 1),
                                        Catalogue.number(row, 2),
                                        Catalogue.number(row, 3),
                                        Catalogue.number(row, 4),
                                        "Y".equals(row.getString(5)),
                                        Catalogue.number(row, 6),
                                        Long.MIN_VALUE,
                                        Integer.MAX_VALUE,
                                        20)
                                .options(),
                        null,
                        false),
                "SELECT start, increment, minvalue, maxvalue, cycle, cache FROM syscat.sequences"
                        + " WHERE seqtype = 'S' AND seqschema = ? AND seqname = ?",
                place.schema(),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names of Db2's own. */
    private static final class Db2ReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            return switch (name) {
                case "char () for bit data" -> own("db2", "CHAR(" + facts.size() + ") FOR BIT DATA", Types.BINARY);
                case "varchar () for bit data" -> Types.binary(facts.size());
                case "graphic", "vargraphic" -> own("db2", facts.typeName() + "(" + facts.size() + ")", Types.STRING);
                case "dbclob" -> Types.TEXT;
                case "decfloat" -> own("db2", "DECFLOAT", Types.NUMERIC);
                case "xml" -> own("db2", "XML", Types.TEXT);
                default -> super.byName(name, facts);
            };
        }
    }
}
