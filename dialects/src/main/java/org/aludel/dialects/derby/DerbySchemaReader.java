package org.aludel.dialects.derby;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.aludel.schema.SequenceOptions;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Derby's catalogue, by its SYS tables. What has no name is called {@code SQL} and a number. */
final class DerbySchemaReader extends SchemaReader {

    private static final String CONSTRAINTS = " FROM sys.sysconstraints c JOIN sys.systables t ON t.tableid = c.tableid"
            + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid";

    DerbySchemaReader(Identifiers identifiers) {
        super(identifiers, new DerbyReflectedTypes());
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

    @Override
    protected boolean tellsRestrict() {
        return true;
    }

    /** What the catalogue tells of a generated column. */
    private record Generated(
            String name,
            @Nullable Long start,
            @Nullable Long increment,
            boolean cycles,
            @Nullable String byDefault) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        Map<String, Generated> generated = new HashMap<>();
        query(
                connection,
                row -> generated.put(
                        normal(row.getString(1)),
                        new Generated(
                                row.getString(1),
                                Catalogue.number(row, 2),
                                Catalogue.number(row, 3),
                                row.getBoolean(4),
                                row.getString(5))),
                "SELECT k.columnname, k.autoincrementstart, k.autoincrementinc, k.autoincrementcycle,"
                        + " CAST(k.columndefault AS VARCHAR(4000)) FROM sys.syscolumns k"
                        + " JOIN sys.systables t ON t.tableid = k.referenceid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                        + " WHERE s.schemaname = ? AND t.tablename = ?",
                place.schema(),
                place.table());
        return super.columns(connection, place).stream()
                .map(column -> generated(column, generated.get(column.name())))
                .toList();
    }

    private Reflected.ColumnInfo generated(Reflected.ColumnInfo column, @Nullable Generated generated) {
        if (generated == null) {
            return column;
        }
        String byDefault = generated.byDefault();
        boolean computed = byDefault != null && byDefault.startsWith("GENERATED ALWAYS AS");
        boolean identity = generated.start() != null && generated.increment() != null;
        SequenceOptions options =
                SequenceOptions.NONE.withStart(generated.start()).withIncrement(generated.increment());
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                computed || identity ? null : column.defaultSql(),
                column.autoincrement(),
                identity
                        ? new Reflected.IdentityInfo(
                                // BY DEFAULT is told by that text
                                !"GENERATED_BY_DEFAULT".equals(byDefault),
                                generated.cycles() ? options.withCycle(true) : options)
                        : null,
                computed && byDefault != null
                        ? withoutParentheses(byDefault.substring("GENERATED ALWAYS AS".length()))
                        : null,
                computed,
                column.comment());
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
                                + " WHERE s.schemaname = ?",
                        schema)
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public @Nullable Sequence sequence(Connection connection, Place place) throws SQLException {
        List<Sequence> found = query(
                connection,
                row -> {
                    String type = String.valueOf(row.getString(6));
                    int bits = type.startsWith("BIGINT") ? 64 : type.startsWith("SMALLINT") ? 16 : 32;
                    Counting counting = new Counting(
                            Catalogue.number(row, 1),
                            Catalogue.number(row, 2),
                            Catalogue.number(row, 3),
                            Catalogue.number(row, 4),
                            "Y".equals(row.getString(5)),
                            null,
                            Counting.least(bits),
                            Counting.greatest(bits),
                            true,
                            1);
                    Type<?> own = bits == 64 ? Types.BIGINT : bits == 16 ? Types.SMALLINT : null;
                    return new Sequence(null, normal(place.table()), counting.options(), own, false);
                },
                "SELECT q.startvalue, q.increment, q.minimumvalue, q.maximumvalue, q.cycleoption, q.sequencedatatype"
                        + " FROM sys.syssequences q JOIN sys.sysschemas s ON s.schemaid = q.schemaid"
                        + " WHERE s.schemaname = ? AND q.sequencename = ?",
                place.schema(),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names of Derby's own. */
    private static final class DerbyReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            boolean limited = facts.size() > 0 && facts.size() < Integer.MAX_VALUE;
            return switch (name) {
                case "char () for bit data" -> own("derby", "CHAR(" + facts.size() + ") FOR BIT DATA", Types.BINARY);
                case "long varchar" -> own("derby", "LONG VARCHAR", Types.TEXT);
                case "long varchar for bit data" -> own("derby", "LONG VARCHAR FOR BIT DATA", Types.BINARY);
                case "varchar" -> facts.size() == 32_672 ? Types.STRING : null;
                case "numeric" -> facts.size() == 31 && facts.digits() == 12 ? Types.NUMERIC : null;
                case "clob" -> limited ? own("derby", "CLOB(" + facts.size() + ")", Types.TEXT) : Types.TEXT;
                case "blob" -> limited ? own("derby", "BLOB(" + facts.size() + ")", Types.BINARY) : Types.BINARY;
                default -> super.byName(name, facts);
            };
        }
    }
}
