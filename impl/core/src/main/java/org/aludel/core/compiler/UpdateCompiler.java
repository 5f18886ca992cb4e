package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.Delete;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/** Compiles UPDATE and DELETE. */
public abstract class UpdateCompiler extends UpsertCompiler {

    protected UpdateCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- UPDATE

    @Override
    public void visitUpdate(Update update) {
        compilation.writes(update.table(), false);
        for (Column<?> column : update.assignments().keySet()) {
            Table other = column.table();
            if (other != null) {
                compilation.writes(other, false);
            }
        }
        if (isWhole(update)) {
            compilation.kind = Compiled.Kind.UPDATE;
        }
        List<OutputColumn> returned = returned(update, Capability.UPDATE_RETURNING);
        List<FromItem> others = otherTables(update.target(), update.froms(), update.where(), update.assignments());
        List<Cell> cells = cells(update, others);
        withScope(scope(update.target(), others), () -> {
            out.append("UPDATE ");
            prefixes(update);
            updatedTables(update, others);
            out.append(" SET ");
            for (int i = 0; i < cells.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                assignmentTarget(update.target(), cells.get(i).column(), others);
                out.append('=');
                cell(cells.get(i), 0, parameterName(update, cells.get(i).column()));
            }
            returningAt(true, update, returned);
            if (!others.isEmpty()) {
                updateFrom(update.target(), others);
            }
            conditions(" WHERE ", update.where());
            limitClause(update);
            returningAt(false, update, returned);
        });
        describeReturned(update, returned);
    }

    private static List<FromItem> scope(FromItem target, List<FromItem> others) {
        List<FromItem> all = new ArrayList<>(others);
        all.add(0, target);
        return all;
    }

    private List<Cell> cells(Update update, List<FromItem> others) {
        Table table = update.table();
        Map<Column<?>, Expr<?>> assignments = update.assignments();
        Set<String> named = namedColumns(table, assignments);
        boolean printed = compilation.parameterNames == null && assignments.isEmpty();
        Map<Column<?>, Cell> cells = new LinkedHashMap<>();
        if (update.isInOrder()) {
            assignments.forEach((column, value) -> cells.put(column, new Cell(column, value, null)));
        }
        for (Column<?> column : table.columns()) {
            Expr<?> value = assignments.get(column);
            if (printed || named.contains(column.key())) {
                cells.put(column, new Cell(column, null, parameter(column)));
            } else if (value != null && !update.isInOrder()) {
                cells.put(column, new Cell(column, value, null));
            }
        }
        assignments.forEach((column, value) -> cells.computeIfAbsent(column, c -> other(update, column, value)));
        if (cells.isEmpty()) {
            throw new CompileException(
                    "ALU-0136",
                    "an update sets nothing; where: update of " + table.label()
                            + "; what to do: set a column, or give its name as a parameter");
        }
        return printed ? List.copyOf(cells.values()) : withDefaults(update, cells, others);
    }

    private @Nullable String parameterName(Update update, Column<?> column) {
        if (!isWhole(update)) {
            return null;
        }
        FromItem owner = column.owner();
        return owner == null || owner == update.table() ? column.key() : owner.label() + "_" + column.key();
    }

    /** What a column of another table gets. */
    private Cell other(Update update, Column<?> column, Expr<?> value) {
        if (!updatesOtherTables()) {
            throw new CompileException(
                    "ALU-0177",
                    "an update sets a column of another table; where: " + column + " in an update of "
                            + update.table().label() + ", dialect " + dialect.name()
                            + "; what to do: update each table by a statement of its own");
        }
        return new Cell(column, value, null);
    }

    private List<Cell> withDefaults(Update update, Map<Column<?>, Cell> cells, List<FromItem> others) {
        Map<Column<?>, Cell> defaults = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>(List.of(update.table()));
        for (FromItem item : others) {
            boolean changed =
                    item instanceof Table && cells.keySet().stream().anyMatch(column -> column.owner() == item);
            if (changed) {
                tables.add((Table) item);
            }
        }
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                Cell byDefault = cells.containsKey(column) ? null : byDefault(column, column.onUpdate());
                if (byDefault != null) {
                    defaults.put(column, byDefault);
                }
            }
        }
        List<Cell> ordered = new ArrayList<>(cells.size() + defaults.size());
        if (update.isInOrder()) {
            ordered.addAll(cells.values());
            ordered.addAll(defaults.values());
            return ordered;
        }
        Map<Column<?>, Cell> all = new LinkedHashMap<>(cells);
        all.putAll(defaults);
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                Cell cell = all.remove(column);
                if (cell != null) {
                    ordered.add(cell);
                }
            }
        }
        ordered.addAll(all.values());
        return ordered;
    }

    /** The tables besides the changed one that a statement uses. */
    private List<FromItem> otherTables(
            FromItem target, List<FromItem> given, List<Expr<Boolean>> where, Map<Column<?>, Expr<?>> assignments) {
        List<Expr<?>> expressions = new ArrayList<>(where);
        for (Map.Entry<Column<?>, Expr<?>> entry : assignments.entrySet()) {
            expressions.add(entry.getValue());
            FromItem owner = entry.getKey().owner();
            if (owner != null && owner != DmlStatement.tableOf(target)) {
                expressions.add(entry.getKey());
            }
        }
        List<FromItem> others = new ArrayList<>(given);
        for (FromItem item : fromsOf(expressions)) {
            if (item != target && others.stream().noneMatch(other -> FromCollector.holds(other, item))) {
                others.add(item);
            }
        }
        return others;
    }

    /** Writes the tables after UPDATE. */
    protected void updatedTables(Update update, List<FromItem> others) {
        target(update);
    }

    /** Writes the column that is set. */
    protected void assignmentTarget(FromItem target, Column<?> column, List<FromItem> others) {
        out.append(dialect.identifiers().quote(column.name()));
    }

    /** Writes the column that is set with its table, which is the alias where the update is on one. */
    protected final void qualifiedTarget(FromItem target, Column<?> column) {
        Column<?> named = target instanceof TableAlias alias && column.owner() == DmlStatement.tableOf(alias)
                ? alias.c(column)
                : column;
        write(named);
    }

    /** Whether an update can set columns of more than one table. */
    protected boolean updatesOtherTables() {
        return false;
    }

    /** Writes the other tables of an update, of which there is one at least. */
    protected void updateFrom(FromItem target, List<FromItem> others) {
        if (!dialect.supports(Capability.UPDATE_FROM)) {
            throw unsupported(
                    "UPDATE with other tables (" + others.get(0).label() + ")",
                    "set scalar subqueries, and choose the rows by exists(...) or in(select)");
        }
        out.append(" FROM ");
        fromItems(others);
    }

    /** Writes how many rows are written at most, where the database can say it. */
    protected void limitClause(DmlStatement<?> statement) {}

    // ---- DELETE

    @Override
    public void visitDelete(Delete delete) {
        compilation.writes(delete.table(), true);
        if (isWhole(delete)) {
            compilation.kind = Compiled.Kind.DELETE;
        }
        List<OutputColumn> returned = returned(delete, Capability.DELETE_RETURNING);
        List<FromItem> others = otherTables(delete.target(), delete.using(), delete.where(), Map.of());
        withScope(scope(delete.target(), others), () -> {
            out.append("DELETE ");
            prefixes(delete);
            out.append("FROM ");
            target(delete);
            returningAt(true, delete, returned);
            if (!others.isEmpty()) {
                deleteUsing(delete.target(), others);
            }
            conditions(" WHERE ", delete.where());
            limitClause(delete);
            returningAt(false, delete, returned);
        });
        describeReturned(delete, returned);
    }

    /** Writes the other tables of a delete, of which there is one at least. */
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        if (!dialect.supports(Capability.DELETE_USING)) {
            throw unsupported(
                    "DELETE with other tables (" + others.get(0).label() + ")",
                    "choose the rows by exists(...) or in(select)");
        }
        out.append(" USING ");
        fromItems(others);
    }
}
