package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.core.types.TypeHandler;
import org.aludel.engine.DefaultContext;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.Affix;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Insert;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * What INSERT, UPDATE and DELETE have in common: what columns get, prefixes and hints, and what comes back.
 */
public abstract class DmlCompiler extends QueryCompiler {

    /** Values stand in parentheses whatever their operator. */
    private static final Operator ASSIGNED = new Operator("", 50, false);

    final RowSlots rowSlots = compilation.rowSlots;
    private @Nullable FromItem renamed;
    private String newName = "";

    protected DmlCompiler(Compilation compilation) {
        super(compilation);
    }

    /** Whether a statement is the one that is compiled, not a part of another. */
    final boolean isWhole(DmlStatement<?> statement) {
        return compilation.node == statement;
    }

    // ---- verbs, tables

    /** Writes the words that a program wants after the verb. */
    protected final void prefixes(DmlStatement<?> statement) {
        for (Affix prefix : statement.prefixes()) {
            if (isMeant(prefix)) {
                out.append(prefix.text()).append(' ');
            }
        }
    }

    /** Writes the table that a statement is on, with its hints. */
    protected final void target(DmlStatement<?> statement) {
        if (statement instanceof Insert) {
            insertTarget(statement.target());
        } else {
            write(statement.target());
        }
        for (Affix hint : statement.hints()) {
            String text = isMeant(hint) ? tableHint(statement.target(), hint.text()) : null;
            if (text != null) {
                out.append(' ').append(text);
            }
        }
    }

    /** Writes the table that an insert is on. */
    protected void insertTarget(FromItem target) {
        write(target);
    }

    /** A hint as it stands after the table of a statement that writes; null where the database takes none there. */
    protected @Nullable String tableHint(FromItem target, String hint) {
        return null;
    }

    private boolean isMeant(Affix text) {
        String meant = text.dialect();
        return meant == null || text.isFor(dialect.name()) || dialect.isCalled(meant);
    }

    // ---- what columns get

    /**
     * Writes what a column of a row gets.
     *
     * @param name what a parameter for it is called; null if it gets a name like any other
     */
    final void cell(Cell cell, int row, @Nullable String name) {
        BindSlot slot = cell.slot();
        Expr<?> value = cell.value() == null ? null : resolved(cell.value());
        int place = compilation.slots.size();
        if (slot != null) {
            mark(slot);
        } else if (value != null) {
            assigned(value, cell.column());
        }
        if (slot != null || value instanceof BindParameter<?>) {
            compilation.name(place, name);
            rowSlots.add(cell.column(), row, compilation.slots.get(place));
        }
    }

    /** Writes an expression that a column gets. */
    protected final void assigned(Expr<?> value, Column<?> column) {
        operand(value, ASSIGNED, column);
    }

    /** A column that a parameter given at execution sets. */
    final BindSlot parameter(Column<?> column) {
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

    /** What a column gets that nothing was said about; null if it is left to the database. */
    final @Nullable Cell byDefault(Column<?> column, @Nullable ColumnDefault byDefault) {
        if (byDefault == null) {
            return null;
        }
        if (byDefault instanceof ColumnDefault.Expression expression) {
            return expression.expression() instanceof NextValue next && !usesSequence(next.sequence())
                    ? null
                    : new Cell(column, expression.expression(), null);
        }
        if (byDefault instanceof ColumnDefault.Contextual contextual) {
            return computed(column, contextual.function(), CompiledSql.Awaited.Source.DEFAULT);
        }
        if (byDefault instanceof ColumnDefault.Computed computed) {
            return new Cell(column, null, slot(column, computed.supplier(), CompiledSql.Awaited.Source.DEFAULT));
        }
        Object value = ((ColumnDefault.Value) byDefault).value();
        return new Cell(column, null, slot(column, () -> value, null));
    }

    /** Whether a column with this sequence takes its next value. */
    private boolean usesSequence(Sequence sequence) {
        return dialect.supports(Capability.SEQUENCES) && !(sequence.isOptional() && dialect.skipsOptionalSequences());
    }

    /** A column that gets the next value of a sequence, fetched before the statement is sent. */
    final Cell fetched(Column<?> column, Sequence sequence) {
        Select next = Sql.select(sequence.next());
        return computed(
                column, context -> context.connection().execute(next).scalar(), CompiledSql.Awaited.Source.DATABASE);
    }

    private Cell computed(
            Column<?> column,
            Function<? super DefaultContext, ? extends @Nullable Object> function,
            CompiledSql.Awaited.Source source) {
        return new Cell(column, null, slot(column, new ContextualDefault(column.type(), function), source));
    }

    private BindSlot slot(Column<?> column, Supplier<?> values, CompiledSql.Awaited.@Nullable Source source) {
        return new BindSlot(
                null,
                -1,
                column.type(),
                compilation.handler(column.type()),
                false,
                values,
                source == null ? null : new CompiledSql.Awaited(source, column.key()));
    }

    /**
     * Keys of the columns that parameters given at execution set.
     *
     * @param assignments what the statement itself sets
     */
    final Set<String> namedColumns(Table table, Map<Column<?>, Expr<?>> assignments) {
        Set<String> binds = new HashSet<>();
        for (BindParameter<?> bind : compilation.structure.binds()) {
            String name = bind.name();
            if (name != null) {
                binds.add(name);
                refuseAmbiguous(table, assignments, name);
            }
        }
        List<String> names = compilation.names();
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> columns = new LinkedHashSet<>();
        for (String name : names) {
            if (binds.contains(name)) {
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

    /** A value given as a parameter named like a column would be both the column's and the parameter's. */
    private void refuseAmbiguous(Table table, Map<Column<?>, Expr<?>> assignments, String name) {
        Column<?> column = table.find(name);
        if (column == null || !column.key().equals(name)) {
            return;
        }
        Expr<?> assigned = assignments.get(column);
        boolean automatic = assigned == null
                ? compilation.names().contains(name)
                : assigned instanceof BindParameter<?> bind && !name.equals(bind.name());
        if (automatic) {
            throw new CompileException(
                    "ALU-0179",
                    "a parameter is named like a column that the statement sets; where: parameter " + name + ", column "
                            + column + "; what to do: give the parameter another name");
        }
    }

    // ---- what comes back

    /** What a program asked to come back; empty if nothing. */
    final List<OutputColumn> returned(DmlStatement<?> statement, Capability capability) {
        if (statement.returning().isEmpty()) {
            return List.of();
        }
        if (!dialect.supports(capability)) {
            throw unsupported(
                    "RETURNING",
                    "select the rows by their key afterwards; insertedPrimaryKey() has the key of an inserted row");
        }
        List<OutputColumn> outputs = new ArrayList<>();
        for (OutputColumn output :
                OutputColumn.of(Select.of(statement.returning()).expressions())) {
            // columns of the same name need no other: rows know them by number
            outputs.add(
                    output.expression() instanceof Column<?>
                            ? new OutputColumn(output.name(), output.expression(), null, false, null)
                            : output);
        }
        return outputs;
    }

    /** Whether what comes back is said before VALUES, FROM and WHERE, as OUTPUT is; else it stands at the end. */
    protected boolean returningPrecedesValues() {
        return false;
    }

    /** Writes what comes back, with a blank before it. */
    protected void returningClause(DmlStatement<?> statement, List<OutputColumn> outputs) {
        out.append(" RETURNING ");
        returningList(outputs);
    }

    /** Writes columns that come back, with commas between them. */
    protected final void returningList(List<OutputColumn> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            outputColumn(outputs.get(i), false, true);
        }
    }

    /**
     * Writes a parameter that takes a value out, as RETURNING INTO has them.
     *
     * @param handler registers it where others bind a value
     */
    @SuppressWarnings("unchecked")
    protected final void outParameter(String name, Type<?> type, TypeHandler<?> handler) {
        compilation.slot(new BindSlot(name, -1, type, (TypeHandler<Object>) handler, false, () -> null));
        out.append('?');
    }

    /** Writes what comes back if this is the place for it. */
    final void returningAt(boolean beforeValues, DmlStatement<?> statement, List<OutputColumn> outputs) {
        if (!outputs.isEmpty() && beforeValues == returningPrecedesValues()) {
            returningClause(statement, outputs);
        }
    }

    /** Tells the engine about rows that a statement gives back. */
    final void describeReturned(DmlStatement<?> statement, List<OutputColumn> outputs) {
        if (isWhole(statement)) {
            compilation.columns = resultColumns(outputs);
            compilation.returnsRows = !outputs.isEmpty();
        }
    }

    /** Writes with another name before the columns of a table: {@code inserted.id} for {@code users.id}. */
    protected final void withQualifier(FromItem item, String name, Runnable work) {
        FromItem before = renamed;
        String nameBefore = newName;
        renamed = item;
        newName = name;
        work.run();
        renamed = before;
        newName = nameBefore;
    }

    @Override
    protected @Nullable String qualifier(FromItem owner) {
        return owner == renamed ? newName : super.qualifier(owner);
    }
}
