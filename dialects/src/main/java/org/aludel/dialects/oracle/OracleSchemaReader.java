package org.aludel.dialects.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.Identifiers;
import org.aludel.core.reflection.Catalogue;
import org.aludel.core.reflection.ColumnFacts;
import org.aludel.core.reflection.Counting;
import org.aludel.core.reflection.ReflectedTypes;
import org.aludel.core.reflection.SchemaReader;
import org.aludel.schema.Deferral;
import org.aludel.schema.Reflected;
import org.aludel.schema.Sequence;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Oracle's catalogue, by its {@code ALL_} views besides the driver's metadata. What has no name is called SYS_C and a number. */
final class OracleSchemaReader extends SchemaReader {

    private static final Pattern IDENTITY_OPTION = Pattern.compile("([A-Z_ ]+): *([^,]*)");

    OracleSchemaReader(Identifiers identifiers) {
        super(identifiers, new OracleReflectedTypes());
    }

    @Override
    public List<String> tables(Connection connection, @Nullable String schema) throws SQLException {
        // what was dropped stays in a bin
        return super.tables(connection, schema).stream()
                .filter(name -> !name.startsWith("BIN$"))
                .toList();
    }

    @Override
    protected @Nullable String constraintName(String stored) {
        return stored.matches("SYS_C\\d+") ? null : super.constraintName(stored);
    }

    @Override
    public @Nullable String comment(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT comments FROM all_tab_comments WHERE owner = ? AND table_name = ?",
                place.schema(),
                place.table());
    }

    @Override
    public @Nullable String viewDefinition(Connection connection, Place place) throws SQLException {
        return Catalogue.text(
                connection,
                "SELECT text FROM all_views WHERE owner = ? AND view_name = ?",
                place.schema(),
                place.table());
    }

    // ---- columns

    /** What the views tell of a column besides. */
    private record Told(
            @Nullable String byDefault,
            boolean computed,
            @Nullable String comment,
            @Nullable String generation,
            @Nullable String options) {}

    @Override
    public List<Reflected.ColumnInfo> columns(Connection connection, Place place) throws SQLException {
        boolean identities = connection.getMetaData().getDatabaseMajorVersion() >= 12;
        Map<String, Told> told = new LinkedHashMap<>();
        query(
                connection,
                row -> {
                    // a LONG, which must be read first
                    String byDefault = row.getString(1);
                    return told.put(
                            normal(row.getString(2)),
                            new Told(
                                    byDefault,
                                    "YES".equals(row.getString(3)),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6)));
                },
                "SELECT c.data_default, c.column_name, c.virtual_column, m.comments, "
                        + (identities ? "i.generation_type, i.identity_options" : "NULL, NULL")
                        + " FROM all_tab_cols c LEFT JOIN all_col_comments m ON m.owner = c.owner"
                        + " AND m.table_name = c.table_name AND m.column_name = c.column_name"
                        + (identities
                                ? " LEFT JOIN all_tab_identity_cols i ON i.owner = c.owner"
                                        + " AND i.table_name = c.table_name AND i.column_name = c.column_name"
                                : "")
                        + " WHERE c.owner = ? AND c.table_name = ? AND c.hidden_column = 'NO'",
                place.schema(),
                place.table());
        return super.columns(connection, place).stream()
                .map(column -> told(column, told.get(column.name())))
                .toList();
    }

    private Reflected.ColumnInfo told(Reflected.ColumnInfo column, @Nullable Told told) {
        if (told == null) {
            return column;
        }
        boolean identity = told.generation() != null;
        return new Reflected.ColumnInfo(
                column.name(),
                column.type(),
                column.nullable(),
                identity || told.computed() ? null : defaultSql(told.byDefault()),
                identity,
                identity ? identity(String.valueOf(told.generation()), String.valueOf(told.options())) : null,
                told.computed() ? told.byDefault() : null,
                false,
                told.comment());
    }

    /** {@code START WITH: 1, INCREMENT BY: 1, MAX_VALUE: 9999, MIN_VALUE: 1, CYCLE_FLAG: N, CACHE_SIZE: 20}. */
    private static Reflected.IdentityInfo identity(String generation, String options) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher option = IDENTITY_OPTION.matcher(options);
        while (option.find()) {
            values.put(option.group(1).strip(), option.group(2).strip());
        }
        Counting counting = new Counting(
                number(values.get("START WITH")),
                number(values.get("INCREMENT BY")),
                number(values.get("MIN_VALUE")),
                number(values.get("MAX_VALUE")),
                "Y".equals(values.get("CYCLE_FLAG")),
                number(values.get("CACHE_SIZE")),
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                20);
        return new Reflected.IdentityInfo(generation.equals("ALWAYS"), counting.options());
    }

    /** Limits of Oracle's own have 28 digits: no limits. */
    private static @Nullable Long number(@Nullable String text) {
        return text == null || !text.matches("-?\\d{1,18}") ? null : Long.valueOf(text);
    }

    // ---- constraints

    /** A constraint on the way. */
    private record Constrained(
            String name,
            boolean named,
            Deferral deferral,
            @Nullable String index,
            List<String> columns) {}

    @Override
    public List<Reflected.UniqueInfo> uniqueConstraints(Connection connection, Place place) throws SQLException {
        Map<String, Constrained> found = new LinkedHashMap<>();
        query(
                connection,
                row -> constrained(found, row).columns().add(normal(row.getString(6))),
                "SELECT c.constraint_name, c.generated, c.deferrable, c.deferred, c.index_name, k.column_name"
                        + " FROM all_constraints c JOIN all_cons_columns k ON k.owner = c.owner"
                        + " AND k.constraint_name = c.constraint_name AND k.table_name = c.table_name"
                        + " WHERE c.constraint_type = 'U' AND c.owner = ? AND c.table_name = ?"
                        + " ORDER BY c.constraint_name, k.position",
                place.schema(),
                place.table());
        return found.values().stream()
                .map(unique -> new Reflected.UniqueInfo(
                        unique.named() ? constraintName(unique.name()) : null,
                        List.copyOf(unique.columns()),
                        true,
                        unique.index() == null ? null : normal(unique.index()),
                        unique.deferral()))
                .sorted(Comparator.comparing(unique -> unique.columns().toString()))
                .toList();
    }

    private static Constrained constrained(Map<String, Constrained> found, ResultSet row) throws SQLException {
        String name = row.getString(1);
        Constrained known = found.get(name);
        if (known == null) {
            boolean deferrable = "DEFERRABLE".equals(row.getString(3));
            known = new Constrained(
                    name,
                    !"GENERATED NAME".equals(row.getString(2)),
                    deferrable ? Deferral.deferrable("DEFERRED".equals(row.getString(4))) : Deferral.NONE,
                    row.getString(5),
                    new ArrayList<>());
            found.put(name, known);
        }
        return known;
    }

    @Override
    public List<Reflected.CheckInfo> checkConstraints(Connection connection, Place place) throws SQLException {
        return query(
                        connection,
                        row -> {
                            // a LONG, which must be read first
                            String condition = String.valueOf(row.getString(1));
                            return new Reflected.CheckInfo(constraintName(row.getString(2)), condition);
                        },
                        "SELECT search_condition, constraint_name FROM all_constraints"
                                + " WHERE constraint_type = 'C' AND owner = ? AND table_name = ? ORDER BY constraint_name",
                        place.schema(),
                        place.table())
                .stream()
                .filter(check -> !check.sql().toUpperCase(Locale.ROOT).matches("\"[^\"]+\" IS NOT NULL"))
                .toList();
    }

    @Override
    protected boolean isShown(
            Connection connection,
            Place place,
            String storedName,
            List<@Nullable String> columns,
            Reflected.KeyInfo primaryKey)
            throws SQLException {
        String ofKey = Catalogue.text(
                connection,
                "SELECT index_name FROM all_constraints WHERE constraint_type = 'P' AND owner = ? AND table_name = ?",
                place.schema(),
                place.table());
        return !storedName.equals(ofKey);
    }

    // ---- sequences

    @Override
    public List<String> sequences(Connection connection, @Nullable String schema) throws SQLException {
        return query(
                        connection,
                        row -> normal(row.getString(1)),
                        "SELECT sequence_name FROM all_sequences WHERE sequence_owner = ?",
                        schema)
                .stream()
                // those of identity columns
                .filter(name -> !name.startsWith("ISEQ$$"))
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
                                        // the catalogue forgets where it began
                                        null,
                                        Catalogue.number(row, 1),
                                        Catalogue.number(row, 2),
                                        Catalogue.number(row, 3),
                                        "Y".equals(row.getString(4)),
                                        Catalogue.number(row, 5),
                                        Long.MIN_VALUE,
                                        Long.MAX_VALUE,
                                        20)
                                .options(),
                        null,
                        false),
                "SELECT increment_by, min_value, max_value, cycle_flag, cache_size FROM all_sequences"
                        + " WHERE sequence_owner = ? AND sequence_name = ?",
                place.schema(),
                place.table());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Names of Oracle's own. */
    private static final class OracleReflectedTypes extends ReflectedTypes {

        @Override
        protected @Nullable Type<?> byName(String name, ColumnFacts facts) {
            int size = facts.size();
            if (name.startsWith("timestamp")) {
                return name.contains("time zone") ? Types.TIMESTAMP_TZ : Types.TIMESTAMP;
            }
            return switch (name) {
                // without precision: digits as they come, or whole numbers
                case "number" ->
                    size <= 0 || facts.digits() < 0
                            ? facts.digits() == 0 ? Types.INTEGER : Types.NUMERIC
                            : size == 38 && facts.digits() == 0 ? Types.INTEGER : Types.numeric(size, facts.digits());
                case "float", "binary_double" -> Types.DOUBLE;
                case "binary_float" -> Types.FLOAT;
                case "varchar2" -> Types.string(size);
                case "nvarchar2" -> Types.unicode(size);
                case "clob", "long" -> Types.TEXT;
                case "nclob" -> Types.unicodeText();
                case "blob", "long raw" -> Types.BINARY;
                case "raw" -> Types.binary(size);
                // with a time of day
                case "date" -> Types.DATETIME;
                default -> super.byName(name, facts);
            };
        }
    }
}
