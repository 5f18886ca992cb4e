package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Func;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A function that gives rows: {@code func("json_each", json).tableValued("key", "value").alias("e")}, or in full
 * {@code unnest(?, ?) WITH ORDINALITY AS name (a, b, ord)}.
 *
 * @since 0.1
 */
public final class TableFunction implements FromItem {

    /** Nothing besides. */
    public static final Options PLAIN = new Options(false, false, false, false, false);

    private final Func<?> function;
    private final @Nullable String name;
    private final Options options;
    private final List<Column<?>> columns;

    /**
     * What is written besides the function and the name.
     *
     * @param ordinality whether the number of each row is the last column
     * @param derived whether the names of the columns are written
     * @param withTypes whether their types are written too
     * @param lateral whether LATERAL stands before the function
     * @param single whether the name stands for the one column
     */
    public record Options(boolean ordinality, boolean derived, boolean withTypes, boolean lateral, boolean single) {}

    /**
     * A function whose columns are named in the statement.
     *
     * @param columns name and type of each column, that of the ordinality last
     * @param ordinality whether the number of each row is the last column
     */
    public TableFunction(
            String function,
            List<? extends Expr<?>> arguments,
            String name,
            List<? extends Column<?>> columns,
            boolean ordinality) {
        this(
                Sql.func(function, arguments.toArray()),
                name,
                columns,
                new Options(ordinality, true, false, false, false));
    }

    /** A call as rows. */
    public TableFunction(Func<?> function, @Nullable String name, List<? extends Column<?>> columns, Options options) {
        this.function = function;
        this.name = name;
        this.options = options;
        this.columns = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            this.columns.add(
                    Column.of(column.name(), column.type()).key(column.key()).on(this));
        }
    }

    private TableFunction with(@Nullable String newName, Options newOptions) {
        return new TableFunction(function, newName, columns, newOptions);
    }

    /** The same under a name. */
    public TableFunction named(String newName) {
        return with(newName, options);
    }

    /** The same rows under another name. */
    @Override
    public TableAlias as(String newName) {
        return new TableAlias(this, newName);
    }

    /** The same with the number of each row as last column: WITH ORDINALITY. */
    public TableFunction withOrdinality(String number) {
        List<Column<?>> numbered = new ArrayList<>(columns);
        numbered.add(Column.of(number, Types.INTEGER));
        return new TableFunction(
                function,
                name,
                numbered,
                new Options(true, options.derived, options.withTypes, options.lateral, false));
    }

    /** The same with the names of the columns written after its name. */
    public TableFunction renderDerived() {
        return with(name, new Options(options.ordinality, true, false, options.lateral, false));
    }

    /** The same under a name, with the names of the columns written after it, and their types if wanted. */
    public TableFunction renderDerived(@Nullable String newName, boolean withTypes) {
        return with(newName, new Options(options.ordinality, true, withTypes, options.lateral, false));
    }

    /** The same, which may refer to what stands before it in FROM. */
    public TableFunction lateral(@Nullable String newName) {
        return with(newName, new Options(options.ordinality, options.derived, options.withTypes, true, options.single));
    }

    /** The call. */
    public Func<?> function() {
        return function;
    }

    /** The name; null if the compiler makes one. */
    public @Nullable String name() {
        return name;
    }

    public Options options() {
        return options;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    /** The one column, for a function whose name stands for it. */
    @SuppressWarnings("unchecked")
    public <T> Column<T> column() {
        return (Column<T>) columns.get(0);
    }

    /** The type of the one column. */
    public Type<?> type() {
        return columns.get(0).type();
    }

    @Override
    public @Nullable LabelName labelOf(Column<?> column) {
        return options.single && name == null ? LabelName.numbered("anon", this) : null;
    }

    @Override
    public @Nullable String fixedName() {
        return name;
    }

    @Override
    public String label() {
        return name != null ? name : function.name();
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitTableFunction(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(function);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(name);
        writer.atom(options);
        for (Column<?> column : columns) {
            writer.atom(column.name());
            writer.atom(column.type());
        }
    }
}
