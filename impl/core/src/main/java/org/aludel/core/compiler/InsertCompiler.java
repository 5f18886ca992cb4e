package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Insert;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.tree.NextValue;
import org.jspecify.annotations.Nullable;

/** Compiles INSERT, and finds out how the keys of its rows become known. */
public abstract class InsertCompiler extends DmlCompiler {

    protected InsertCompiler(Compilation compilation) {
        super(compilation);
    }

    /**
     * An INSERT that is being compiled.
     *
     * @param rows what the columns of each row get; empty for the rows of a query
     * @param columns the columns that are written
     * @param query the query whose rows are inserted; null if there is none
     */
    record Source(
            Insert insert,
            List<List<Cell>> rows,
            List<Column<?>> columns,
            @Nullable QueryExpression query) {}

    @Override
    public void visitInsert(Insert insert) {
        compilation.writes(insert.table(), false);
        if (isWhole(insert)) {
            compilation.kind = Compiled.Kind.INSERT;
        }
        boolean merged = insert.isUpsert() && dialect.supports(Capability.MULTI_ROW_UPSERT);
        if (insert.isMultiRow() && !merged && !dialect.supports(Capability.MULTI_ROW_VALUES)) {
            throw unsupported(
                    "an INSERT of several rows of VALUES", "execute the insert with a list of parameters, as a batch");
        }
        List<OutputColumn> returned = returned(insert, Capability.INSERT_RETURNING);
        Source source = source(insert);
        Keys keys = returned.isEmpty() ? keys(source) : new Keys(InsertPlan.Retrieval.RETURNING, returned);
        List<OutputColumn> returning =
                keys.retrieval() == InsertPlan.Retrieval.RETURNING ? keys.outputs() : List.<OutputColumn>of();
        write(source, returning);
        if (!isWhole(insert)) {
            return;
        }
        compilation.insert = plan(source, keys);
        describeReturned(insert, returned);
    }

    /** Writes the statement. */
    void write(Source source, List<OutputColumn> returning) {
        Insert insert = source.insert();
        out.append("INSERT ");
        prefixes(insert);
        out.append("INTO ");
        target(insert);
        if (source.columns().isEmpty()) {
            out.append(emptyColumns(insert.table()));
        } else {
            columnList(source.columns());
        }
        returningAt(true, insert, returning);
        values(source);
        conflict(insert);
        returningAt(false, insert, returning);
    }

    /** Writes what an insert does about rows that are there already. */
    abstract void conflict(Insert insert);

    /** The columns of an insert of a row of defaults, with a blank before them: {@code  ()} where it says so. */
    protected String emptyColumns(Table table) {
        return "";
    }

    /** The values of an insert of a row of defaults, with a blank before them. */
    protected String emptyValues() {
        return " DEFAULT VALUES";
    }

    /** What a query of rows to insert needs after it. */
    protected void afterQuery(Insert insert, QueryExpression query) {}

    private void values(Source source) {
        if (source.query() != null) {
            out.append(' ');
            insertedQuery(source.query());
            afterQuery(source.insert(), source.query());
        } else if (source.columns().isEmpty()) {
            out.append(emptyValues());
        } else {
            out.append(" VALUES ");
            for (int i = 0; i < source.rows().size(); i++) {
                out.append(i == 0 ? "(" : ", (");
                cells(source, i);
                out.append(')');
            }
        }
    }

    final void columnList(List<Column<?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? " (" : ", ")
                    .append(dialect.identifiers().quote(columns.get(i).name()));
        }
        out.append(')');
    }

    private void cells(Source source, int row) {
        List<Cell> cells = source.rows().get(row);
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            cell(source, cells.get(i), row);
        }
    }

    /** Writes what a column of a row gets; parameters of rows in a list have the number of the row in their name. */
    final void cell(Source source, Cell cell, int row) {
        String key = cell.column().key();
        boolean numbered = source.insert().isMultiRow() && (row > 0 || cell.slot() == null);
        cell(cell, row, !isWhole(source.insert()) ? null : numbered ? key + "_m" + row : key);
    }

    // ---- columns and rows

    private Source source(Insert insert) {
        QueryExpression query = insert.query();
        if (query != null) {
            return insert.includesDefaults()
                    ? SelectDefaults.added(insert, query, this::byDefault)
                    : new Source(insert, List.of(), insert.queryColumns(), query);
        }
        List<List<Cell>> rows = rows(insert);
        List<Column<?>> columns = new ArrayList<>();
        rows.get(0).forEach(cell -> columns.add(cell.column()));
        return new Source(insert, rows, columns, null);
    }

    private List<List<Cell>> rows(Insert insert) {
        Table table = insert.table();
        List<Map<Column<?>, Expr<?>>> given = insert.rows();
        Set<String> named = namedColumns(table, given.isEmpty() ? Map.of() : given.get(0));
        boolean printed = compilation.parameterNames == null && given.isEmpty();
        List<List<Cell>> rows = new ArrayList<>(Math.max(1, given.size()));
        for (int i = 0; i < Math.max(1, given.size()); i++) {
            Map<Column<?>, Expr<?>> values = given.isEmpty() ? Map.of() : given.get(i);
            List<Cell> row = new ArrayList<>(table.columns().size());
            for (Column<?> column : table.columns()) {
                Expr<?> value = values.get(column);
                if (printed || named.contains(column.key())) {
                    row.add(new Cell(column, null, parameter(column)));
                } else if (value != null) {
                    row.add(new Cell(column, value, null));
                } else {
                    Cell byDefault = byDefault(insert, column);
                    if (byDefault != null) {
                        row.add(byDefault);
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private @Nullable Cell byDefault(Insert insert, Column<?> column) {
        Cell cell = byDefault(column, column.onInsert());
        if (cell != null
                && cell.value() instanceof NextValue next
                && column.isPrimaryKey()
                && wantsKeys(insert)
                && dialect.fetchesSequences(insert)) {
            return fetched(column, next.sequence());
        }
        return cell;
    }

    // ---- generated keys

    /** How keys come back, and which columns; none if every key is known. */
    private record Keys(InsertPlan.Retrieval retrieval, List<OutputColumn> outputs) {}

    private boolean wantsKeys(Insert insert) {
        return compilation.wantsKeys
                && isWhole(insert)
                && !insert.isMultiRow()
                && !insert.isInline()
                && insert.query() == null
                && insert.returning().isEmpty();
    }

    private Keys keys(Source source) {
        List<Column<?>> missing = new ArrayList<>();
        boolean computed = false;
        if (wantsKeys(source.insert())) {
            Table table = source.insert().table();
            for (Column<?> key : table.primaryKey()) {
                Cell cell = cellOf(source.rows().get(0), key);
                if (cell == null ? isGenerated(table, key) : cell.isSql()) {
                    missing.add(key);
                    computed |= cell != null;
                }
            }
        }
        if (missing.isEmpty()) {
            return new Keys(InsertPlan.Retrieval.NONE, List.of());
        }
        InsertPlan.Retrieval retrieval = dialect.keyRetrieval(source.insert(), computed);
        return new Keys(retrieval, retrieval == InsertPlan.Retrieval.NONE ? List.of() : OutputColumn.of(missing));
    }

    private static boolean isGenerated(Table table, Column<?> key) {
        // a sequence that is left out leaves the key to the database
        return key == table.generatedColumn()
                || key.serverDefault() != null
                || key.onInsert() instanceof ColumnDefault.Expression byDefault
                        && byDefault.expression() instanceof NextValue;
    }

    private static @Nullable Cell cellOf(List<Cell> row, Column<?> column) {
        for (Cell cell : row) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return null;
    }

    private InsertPlan plan(Source source, Keys keys) {
        List<InsertPlan.KeyPart> parts = new ArrayList<>();
        for (Column<?> key : source.insert().table().primaryKey()) {
            int position = -1;
            for (int i = 0; i < keys.outputs().size(); i++) {
                if (keys.outputs().get(i).expression() == key) {
                    position = i;
                }
            }
            // the slot is known when all is written
            parts.add(new InsertPlan.KeyPart(key, -1, position));
        }
        String[] names = keys.outputs().stream()
                .map(output -> dialect.identifiers().stored(output.name()))
                .toArray(String[]::new);
        return new InsertPlan(
                source.insert().table(),
                keys.retrieval(),
                resultColumns(keys.outputs()),
                names,
                List.copyOf(parts),
                List.copyOf(source.columns()),
                new int[0]);
    }

    /** Finds what a column gets that nothing was said about. */
    interface Defaults {
        @Nullable
        Cell of(Column<?> column, @Nullable ColumnDefault byDefault);
    }
}
