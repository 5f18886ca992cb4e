package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Ordering;
import org.aludel.sql.QuotedName;
import org.aludel.sql.TableFunction;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function: {@code func("percentile_cont", 0.5).withinGroup(n).over()}.
 *
 * @since 0.1
 */
public record Func<T>(String name, List<Expr<?>> arguments, Type<T> type) implements Expr<T> {

    private static final Set<String> PICKING = Set.of("percentile_cont", "percentile_disc", "mode");

    /** Only over the rows for which the conditions hold: FILTER (WHERE ...). */
    public Expr<T> filter(Condition... conditions) {
        return conditions.length == 0 ? this : new Filtered<>(this, List.of(conditions));
    }

    /** Over rows in an order: WITHIN GROUP (ORDER BY ...). */
    public WithinGroup<T> withinGroup(Ordering... order) {
        return new WithinGroup<>(this, List.of(order), groupType(order));
    }

    /** Functions that pick one of the values have the type of what is ordered. */
    @SuppressWarnings("unchecked")
    private Type<T> groupType(Ordering[] order) {
        boolean picks = PICKING.contains(name.toLowerCase(Locale.ROOT));
        Ordering first = order.length == 0 ? this : order[0];
        Ordering by = first instanceof Order directed ? directed.expression() : first;
        return picks && by instanceof Expr<?> expression ? (Type<T>) expression.type() : type;
    }

    /** The rows that the function gives, for FROM, with columns of these names and unknown types. */
    public TableFunction tableValued(String... columns) {
        List<Column<?>> described = new ArrayList<>(columns.length);
        for (String column : columns) {
            described.add(Column.of(column, Types.UNKNOWN));
        }
        return tableValued(described.toArray(Column<?>[]::new));
    }

    /** The rows that the function gives, for FROM. */
    public TableFunction tableValued(Column<?>... columns) {
        return new TableFunction(this, null, List.of(columns), TableFunction.PLAIN);
    }

    /** The rows that the function gives with their numbers as last column: WITH ORDINALITY. */
    public TableFunction withOrdinality(String number, Column<?>... columns) {
        List<Column<?>> described = new ArrayList<>(List.of(columns));
        described.add(Column.of(number, Types.INTEGER));
        return new TableFunction(this, null, described, new TableFunction.Options(true, false, false, false, false));
    }

    /** The values that the function gives as rows, under a name that stands for the value: {@code SELECT x FROM f() AS x}. */
    public Column<T> columnValued(String name) {
        return rows(name).column();
    }

    /** The values that the function gives as rows, under a name made at compilation. */
    public Column<T> columnValued() {
        return rows(null).column();
    }

    /**
     * The rows that the function gives, under a name that stands for its one column, which {@code column()} gives:
     * {@code func("generate_series", 1, 5).alias("x")}.
     */
    public TableFunction alias(String name) {
        return rows(name);
    }

    /** The rows that the function gives, under a name made at compilation that stands for its one column. */
    public TableFunction alias() {
        return rows(null);
    }

    /** The same as a comparison of its arguments, which is true or false: {@code func("is_near", a, b).asComparison()}. */
    public Func<Boolean> asComparison() {
        return new Func<>(name, arguments, Types.BOOLEAN);
    }

    private TableFunction rows(@Nullable String name) {
        return new TableFunction(
                this,
                name,
                List.of(Column.of(name == null ? "anon_1" : name, type)),
                new TableFunction.Options(false, false, false, false, true));
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitFunction(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        arguments.forEach(action);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(QuotedName.text(name)).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(arguments.get(i));
        }
        return text.append(')').toString();
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
        writer.atom(type);
        writer.atom(arguments.size());
    }
}
