package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.Text;
import org.aludel.sql.Update;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles whole statements: queries, INSERT, UPDATE, DELETE, text, DDL. Dialects extend it and override the methods of
 * the constructs that they write differently.
 */
public class SqlCompiler extends QueryCompiler {

    private final FromCollector collector;
    private @Nullable List<Cell> mergedRow;

    public SqlCompiler(Compilation compilation) {
        super(compilation);
        this.collector = new FromCollector(this::resolved);
    }

    /** Compiles the statement. */
    public final Compiled compile() {
        write();
        return compilation.compiled();
    }

    /** Compiles a statement, an expression or a definition for reading, with these sets of values. */
    public final CompiledSql print(List<? extends Map<String, ?>> parameterSets) {
        write();
        return new PrintedSql(compilation, parameterSets);
    }

    private void write() {
        if (compilation.node instanceof Statement
                && !(compilation.node instanceof Text || compilation.node instanceof DdlElement)) {
            with(collector.ctes((Statement) compilation.node));
        }
        compilation.node.accept(this);
    }

    /** What a parameter or an expression becomes for a column. */
    private record Cell(
            Column<?> column,
            @Nullable Expr<?> value,
            @Nullable BindSlot slot) {}

    // ---- INSERT

    @Override
    public void visitInsert(Insert insert) {
        compilation.kind = Compiled.Kind.INSERT;
        Table table = insert.table();
        QueryExpression query = insert.query();
        List<List<Cell>> rows = query == null ? insertRows(insert) : List.of();
        List<Column<?>> columns = query == null ? columnsOf(rows.get(0)) : insert.queryColumns();
        if (insert.isUpsert() && !usesOnConflict()) {
            merge(insert, rows, columns);
            keys(insert, table, columns, rows, 0);
            return;
        }
        insertKeyword(insert);
        table.accept(this);
        int firstSlot = compilation.slots.size();
        if (query != null) {
            columnList(columns);
            out.append(' ');
            insertedQuery(query);
        } else if (columns.isEmpty()) {
            defaultValues();
        } else {
            columnList(columns);
            out.append(" VALUES ");
            firstSlot = compilation.slots.size();
            for (int i = 0; i < rows.size(); i++) {
                out.append(i == 0 ? "(" : ", (");
                cells(rows.get(i));
                out.append(')');
            }
        }
        if (insert.isUpsert()) {
            onConflict(insert);
        }
        keys(insert, table, columns, rows, firstSlot);
    }

    /** Whether an upsert is an INSERT with a clause; else it is a MERGE. */
    protected boolean usesOnConflict() {
        return true;
    }

    /** Writes the words before the table. */
    protected void insertKeyword(Insert insert) {
        out.append("INSERT INTO ");
    }

    /** Writes an insert of a row of defaults. */
    protected void defaultValues() {
        out.append(" DEFAULT VALUES");
    }

    private void columnList(List<Column<?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? " (" : ", ")
                    .append(dialect.identifiers().quote(columns.get(i).name()));
        }
        out.append(')');
    }

    private void cells(List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            cell(row.get(i));
        }
    }

    private void cell(Cell cell) {
        BindSlot slot = cell.slot();
        compilation.hint(cell.column().key());
        if (slot != null) {
            compilation.slot(slot);
            bindMark(slot.type());
        } else if (cell.value() != null) {
            operand(cell.value(), Operator.NONE, cell.column());
        }
    }

    private static List<Column<?>> columnsOf(List<Cell> row) {
        List<Column<?>> columns = new ArrayList<>(row.size());
        row.forEach(cell -> columns.add(cell.column()));
        return columns;
    }

    private List<List<Cell>> insertRows(Insert insert) {
        Table table = insert.table();
        Set<String> named = namedColumns(table);
        List<Map<Column<?>, Expr<?>>> given = insert.rows();
        boolean printed = compilation.parameterNames == null && given.isEmpty();
        List<List<Cell>> rows = new ArrayList<>(Math.max(1, given.size()));
        for (int i = 0; i < Math.max(1, given.size()); i++) {
            Map<Column<?>, Expr<?>> values = given.isEmpty() ? Map.of() : given.get(i);
            List<Cell> row = new ArrayList<>(table.columns().size());
            for (Column<?> column : table.columns()) {
                Expr<?> value = values.get(column);
                if (named.contains(column.key()) || printed && column.computedBy() == null) {
                    row.add(new Cell(column, null, parameter(column)));
                } else if (value != null) {
                    row.add(new Cell(column, value, null));
                } else {
                    Cell byDefault = byDefault(column, column.onInsert());
                    if (byDefault != null) {
                        row.add(byDefault);
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private BindSlot parameter(Column<?> column) {
        return new BindSlot(
                column.key(),
                -1,
                column.type(),
                compilation.handler(column.type()),
                false,
                required(column),
                new CompiledSql.Awaited(CompiledSql.Awaited.Source.PARAMETER, column.key()));
    }

    private static Supplier<?> required(Column<?> column) {
        return () -> {
            throw new org.aludel.errors.InvalidRequestException(
                    "ALU-0134",
                    "a parameter has no value; where: column " + column + "; what to do: give it at execution");
        };
    }

    private @Nullable Cell byDefault(Column<?> column, @Nullable ColumnDefault byDefault) {
        if (byDefault == null) {
            return null;
        }
        if (byDefault instanceof ColumnDefault.Expression expression) {
            return new Cell(column, expression.expression(), null);
        }
        Supplier<?> values = byDefault instanceof ColumnDefault.Computed computed
                ? computed.supplier()
                : valueOf(((ColumnDefault.Value) byDefault).value());
        CompiledSql.Awaited awaited = byDefault instanceof ColumnDefault.Computed
                ? new CompiledSql.Awaited(CompiledSql.Awaited.Source.DEFAULT, column.key())
                : null;
        return new Cell(
                column,
                null,
                new BindSlot(
                        null, -1, column.type(), compilation.handler(column.type()), false, values, awaited));
    }

    private static Supplier<?> valueOf(@Nullable Object value) {
        return () -> value;
    }

    /** Keys of the columns that parameters given at execution set. */
    private Set<String> namedColumns(Table table) {
        List<String> names = compilation.names();
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new LinkedHashSet<>();
        for (BindParameter<?> bind : compilation.structure.binds()) {
            if (bind.name() != null) {
                known.add(bind.name());
            }
        }
        Set<String> columns = new LinkedHashSet<>();
        for (String name : names) {
            if (known.contains(name)) {
                continue;
            }
            Column<?> column = table.find(name);
            if (column == null || !column.key().equals(name)) {
                throw new CompileException(
                        "ALU-0135",
                        "a parameter names neither a column nor a parameter of the statement; where: " + name + " of "
                                + table.label() + "; what to do: use one of "
                                + table.columns().stream().map(Column::key).toList());
            }
            columns.add(name);
        }
        return columns;
    }

    // ---- generated keys

    private void keys(Insert insert, Table table, List<Column<?>> columns, List<List<Cell>> rows, int firstSlot) {
        List<OutputColumn> explicit = returning(insert.returning(), Capability.INSERT_RETURNING);
        if (!explicit.isEmpty()) {
            compilation.columns = resultColumns(explicit);
            compilation.returnsRows = true;
            compilation.insert = plan(table, InsertPlan.Retrieval.RETURNING, explicit, rows, firstSlot);
            return;
        }
        List<Column<?>> missing = new ArrayList<>();
        for (Column<?> key : table.primaryKey()) {
            boolean generated = key == table.generatedColumn() || key.serverDefault() != null;
            Cell cell = rows.size() == 1 ? cellOf(rows.get(0), key) : null;
            if (columns.contains(key) ? cell != null && isSql(cell) : generated) {
                missing.add(key);
            }
        }
        boolean wanted = compilation.wantsKeys && !missing.isEmpty() && insert.query() == null;
        InsertPlan.Retrieval retrieval = wanted ? dialect.keyRetrieval(insert, rows.size()) : InsertPlan.Retrieval.NONE;
        List<OutputColumn> outputs = retrieval == InsertPlan.Retrieval.NONE ? List.of() : OutputColumn.of(missing);
        if (retrieval == InsertPlan.Retrieval.RETURNING) {
            returningClause(outputs);
        }
        compilation.insert = plan(table, retrieval, outputs, rows, firstSlot);
    }

    private static @Nullable Cell cellOf(List<Cell> row, Column<?> column) {
        for (Cell cell : row) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return null;
    }

    private static boolean isSql(Cell cell) {
        return cell.slot() == null && !(cell.value() instanceof BindParameter<?>);
    }

    private InsertPlan plan(
            Table table,
            InsertPlan.Retrieval retrieval,
            List<OutputColumn> outputs,
            List<List<Cell>> rows,
            int firstSlot) {
        List<InsertPlan.KeyPart> parts = new ArrayList<>();
        for (Column<?> key : table.primaryKey()) {
            int position = -1;
            for (int i = 0; i < outputs.size(); i++) {
                if (outputs.get(i).expression() == key) {
                    position = i;
                }
            }
            parts.add(
                    new InsertPlan.KeyPart(key, rows.size() == 1 ? slotOf(rows.get(0), key, firstSlot) : -1, position));
        }
        String[] names = outputs.stream()
                .map(output -> dialect.identifiers().stored(output.name()))
                .toArray(String[]::new);
        return new InsertPlan(table, retrieval, resultColumns(outputs), names, List.copyOf(parts));
    }

    /** Position of the slot that holds a column's value, or -1 if it is no single parameter. */
    private int slotOf(List<Cell> row, Column<?> column, int firstSlot) {
        int slot = firstSlot;
        for (Cell cell : row) {
            boolean single = cell.slot() != null || cell.value() instanceof BindParameter<?>;
            if (cell.column() == column) {
                return single ? slot : -1;
            }
            if (!single) {
                // an expression may hold any number of parameters: look for the slot by what it binds
                return find(row, column, firstSlot);
            }
            slot++;
        }
        return -1;
    }

    private int find(List<Cell> row, Column<?> column, int firstSlot) {
        Cell cell = cellOf(row, column);
        if (cell == null || isSql(cell)) {
            return -1;
        }
        for (int i = firstSlot; i < compilation.slots.size(); i++) {
            BindSlot slot = compilation.slots.get(i);
            if (slot == cell.slot()) {
                return i;
            }
            if (cell.slot() == null
                    && slot.index() >= 0
                    && compilation.structure.binds()[slot.index()] == cell.value()) {
                return i;
            }
        }
        return -1;
    }

    /** Writes RETURNING for what the program asked for; gives the columns. */
    protected final List<OutputColumn> returning(List<Selectable> asked, Capability capability) {
        if (asked.isEmpty()) {
            return List.of();
        }
        if (!dialect.supports(capability)) {
            throw unsupported("RETURNING");
        }
        List<OutputColumn> outputs = OutputColumn.of(Select.of(asked).expressions());
        returningClause(outputs);
        return outputs;
    }

    /** Writes RETURNING. */
    protected void returningClause(List<OutputColumn> outputs) {
        out.append(" RETURNING ");
        for (int i = 0; i < outputs.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            outputColumn(outputs.get(i), false);
        }
    }

    // ---- upsert

    /** Writes ON CONFLICT ... DO. */
    protected void onConflict(Insert insert) {
        Insert.Conflict conflict = insert.conflict();
        out.append(" ON CONFLICT");
        List<Column<?>> target = conflict.target().isEmpty() ? insert.table().primaryKey() : conflict.target();
        columnList(target);
        if (conflict.update().isEmpty()) {
            out.append(" DO NOTHING");
            return;
        }
        out.append(" DO UPDATE SET ");
        conflictAssignments(insert, insert.table());
        if (conflict.where() != null) {
            out.append(" WHERE ");
            conflict.where().accept(this);
        }
    }

    /** Writes what an existing row gets. */
    protected final void conflictAssignments(Insert insert, Table table) {
        boolean first = true;
        for (Map.Entry<Column<?>, Expr<?>> entry : insert.conflict().update().entrySet()) {
            out.append(first ? "" : ", ");
            first = false;
            conflictTarget(table, entry.getKey());
            out.append(" = ");
            operand(entry.getValue(), Operator.NONE, entry.getKey());
        }
    }

    /** Writes the column that an existing row gets a value for. */
    protected void conflictTarget(Table table, Column<?> column) {
        out.append(dialect.identifiers().quote(column.name()));
    }

    @Override
    public void visitExcluded(Excluded<?> excluded) {
        excluded(excluded.column());
    }

    private void merge(Insert insert, List<List<Cell>> rows, List<Column<?>> columns) {
        Table table = insert.table();
        Insert.Conflict conflict = insert.conflict();
        boolean rowSource = mergesRows();
        if (!rowSource) {
            if (rows.size() != 1) {
                throw unsupported("an upsert of several rows in one statement");
            }
            mergedRow = rows.get(0);
        }
        out.append("MERGE INTO ");
        table.accept(this);
        out.append(" USING ");
        if (rowSource) {
            out.append('(');
            mergeSource(rows, columns);
            out.append(") AS excluded");
            if (singleRowTable() == null) {
                columnList(columns);
            }
        } else {
            out.append(singleRowTable());
        }
        out.append(" ON (");
        List<Column<?>> target = conflict.target().isEmpty() ? table.primaryKey() : conflict.target();
        for (int i = 0; i < target.size(); i++) {
            out.append(i == 0 ? "" : " AND ");
            target.get(i).accept(this);
            out.append(" = ");
            excluded(target.get(i));
        }
        out.append(')');
        if (!conflict.update().isEmpty()) {
            out.append(" WHEN MATCHED");
            if (conflict.where() != null) {
                out.append(" AND ");
                operand(conflict.where(), Operator.AND, null);
            }
            out.append(" THEN UPDATE SET ");
            conflictAssignments(insert, table);
        }
        out.append(" WHEN NOT MATCHED THEN INSERT");
        columnList(columns);
        out.append(" VALUES (");
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            excluded(columns.get(i));
        }
        out.append(')');
    }

    /**
     * Whether a MERGE reads rows written in the statement. Where it doesn't, it merges one row, whose values are repeated
     * where they are needed, and reads {@link #singleRowTable()}.
     */
    protected boolean mergesRows() {
        return true;
    }

    /** The table of one row, where rows can't be written as VALUES: {@code RDB$DATABASE}; null where they can. */
    protected @Nullable String singleRowTable() {
        return null;
    }

    /** Writes the value of a column that a MERGE would insert. */
    private void excluded(Column<?> column) {
        Cell cell = mergedRow == null ? null : cellOf(mergedRow, column);
        if (cell != null) {
            cell(cell);
            return;
        }
        if (mergedRow != null) {
            throw unsupported("excluded(" + column + ") of a column that the upsert does not set");
        }
        out.append("excluded.").append(dialect.identifiers().quote(column.name()));
    }

    private void mergeSource(List<List<Cell>> rows, List<Column<?>> columns) {
        String table = singleRowTable();
        out.append(table == null ? "VALUES " : "");
        for (int i = 0; i < rows.size(); i++) {
            out.append(table == null ? i == 0 ? "(" : ", (" : i == 0 ? "SELECT " : " UNION ALL SELECT ");
            List<Cell> row = rows.get(i);
            for (int c = 0; c < row.size(); c++) {
                Column<?> column = columns.get(c);
                out.append(c == 0 ? "" : ", ").append("CAST(");
                cell(row.get(c));
                out.append(" AS ")
                        .append(dialect.typeNames().castName(column.type()))
                        .append(')');
                if (table != null) {
                    out.append(" AS ").append(dialect.identifiers().quote(column.name()));
                }
            }
            out.append(table == null ? ")" : " FROM " + table);
        }
    }

    // ---- UPDATE and DELETE

    @Override
    public void visitUpdate(Update update) {
        compilation.kind = Compiled.Kind.UPDATE;
        Table table = update.table();
        List<Cell> cells = updateCells(update);
        if (cells.isEmpty()) {
            throw new CompileException(
                    "ALU-0136",
                    "an update sets nothing; where: update of " + table.label()
                            + "; what to do: set a column, or give its name as a parameter");
        }
        List<FromItem> others = otherTables(table, update.froms(), update.where(), update.assignments());
        List<FromItem> all = new ArrayList<>(others);
        all.add(0, table);
        withScope(all, () -> {
            out.append("UPDATE ");
            updatedTables(table, others);
            out.append(" SET ");
            for (int i = 0; i < cells.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                assignmentTarget(table, cells.get(i).column(), others);
                out.append('=');
                cell(cells.get(i));
            }
            updateFrom(others);
            conditions(" WHERE ", update.where());
        });
        List<OutputColumn> returned = returning(update.returning(), Capability.UPDATE_RETURNING);
        compilation.columns = resultColumns(returned);
        compilation.returnsRows = !returned.isEmpty();
    }

    private List<Cell> updateCells(Update update) {
        Table table = update.table();
        Set<String> named = namedColumns(table);
        boolean printed =
                compilation.parameterNames == null && update.assignments().isEmpty();
        Map<Column<?>, Cell> cells = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            Expr<?> value = update.assignments().get(column);
            if (named.contains(column.key()) || printed) {
                cells.put(column, new Cell(column, null, parameter(column)));
            } else if (value != null) {
                cells.put(column, new Cell(column, value, null));
            }
        }
        if (cells.isEmpty()) {
            return List.of();
        }
        for (Column<?> column : table.columns()) {
            Cell byDefault = cells.containsKey(column) ? null : byDefault(column, column.onUpdate());
            if (byDefault != null) {
                cells.put(column, byDefault);
            }
        }
        List<Cell> ordered = new ArrayList<>(cells.size());
        for (Column<?> column : table.columns()) {
            Cell cell = cells.get(column);
            if (cell != null) {
                ordered.add(cell);
            }
        }
        return ordered;
    }

    /** The tables besides the changed one that a statement uses. */
    private List<FromItem> otherTables(
            Table table, List<FromItem> given, List<Expr<Boolean>> where, Map<Column<?>, Expr<?>> assignments) {
        List<Expr<?>> expressions = new ArrayList<>(where);
        expressions.addAll(assignments.values());
        List<FromItem> others = new ArrayList<>(given);
        for (FromItem item : fromsOf(expressions)) {
            if (item != table && others.stream().noneMatch(other -> FromCollector.holds(other, item))) {
                others.add(item);
            }
        }
        return others;
    }

    /** Writes the tables after UPDATE. */
    protected void updatedTables(Table table, List<FromItem> others) {
        table.accept(this);
    }

    /** Writes the column that is set. */
    protected void assignmentTarget(Table table, Column<?> column, List<FromItem> others) {
        out.append(dialect.identifiers().quote(column.name()));
    }

    /** Writes the other tables of an update. */
    protected void updateFrom(List<FromItem> others) {
        if (others.isEmpty()) {
            return;
        }
        if (!dialect.supports(Capability.UPDATE_FROM)) {
            throw unsupported("UPDATE with other tables (" + others.get(0).label() + ")");
        }
        from(others);
    }

    @Override
    public void visitDelete(Delete delete) {
        compilation.kind = Compiled.Kind.DELETE;
        Table table = delete.table();
        List<FromItem> others = otherTables(table, delete.using(), delete.where(), Map.of());
        List<FromItem> all = new ArrayList<>(others);
        all.add(0, table);
        withScope(all, () -> {
            deletedTables(table, others);
            conditions(" WHERE ", delete.where());
        });
        List<OutputColumn> returned = returning(delete.returning(), Capability.DELETE_RETURNING);
        compilation.columns = resultColumns(returned);
        compilation.returnsRows = !returned.isEmpty();
    }

    /** Writes DELETE and its tables. */
    protected void deletedTables(Table table, List<FromItem> others) {
        out.append("DELETE FROM ");
        table.accept(this);
        if (others.isEmpty()) {
            return;
        }
        if (!dialect.supports(Capability.DELETE_USING)) {
            throw unsupported("DELETE with other tables (" + others.get(0).label() + ")");
        }
        out.append(" USING ");
        fromItems(others);
    }

    // ---- text and DDL

    @Override
    public void visitText(Text text) {
        boolean whole = compilation.node == text;
        for (Object piece : text.pieces()) {
            if (piece instanceof BindParameter<?> bind) {
                textBind(bind);
            } else {
                out.append((String) piece);
            }
        }
        if (whole && !text.columns().isEmpty()) {
            compilation.columns = resultColumns(OutputColumn.of(text.columns()));
        }
    }

    private void textBind(BindParameter<?> bind) {
        if (bind.isExpanding()) {
            compilation.slot(bind, bind.type());
            compilation.expansions.add(new Compiled.Expansion(out.length(), false));
        } else {
            visitBind(bind);
        }
    }

    @Override
    public void visitDdl(DdlElement element) {
        compilation.kind = Compiled.Kind.DDL;
        element.accept(dialect.ddlCompiler(this));
    }

    /** Writes an expression of a definition, its values as literals. */
    public final String definition(Expr<?> expression) {
        int start = out.length();
        withLiterals(() -> withBareColumns(() -> expression.accept(this)));
        String text = out.substring(start);
        out.setLength(start);
        return text;
    }

    /** Appends text. */
    public final void append(String sql) {
        out.append(sql);
    }

    /** The error for what the database can't do. */
    public final CompileException cannot(String what) {
        return unsupported(what);
    }

    /** Whether the type of a parameter is known. */
    protected static boolean isKnown(Type<?> type) {
        return !(type instanceof UnknownType<?>);
    }
}
