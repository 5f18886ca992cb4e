package org.aludel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.QuotedName;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of a table. What it refers to is looked up when it is first asked for, so tables may be defined in any
 * order.
 *
 * @since 0.1
 */
public final class ForeignKey implements Constraint {

    private final Table table;
    private final List<Column<?>> columns;
    private final List<String> targets;
    private final @Nullable List<Column<?>> given;
    private final ForeignKeyOption option;
    private volatile @Nullable List<Column<?>> referred;

    ForeignKey(
            Table table,
            List<Column<?>> columns,
            List<String> targets,
            @Nullable List<Column<?>> given,
            ForeignKeyOption option) {
        this.table = table;
        this.columns = columns;
        this.targets = targets;
        this.given = given;
        this.option = option;
    }

    @Override
    public @Nullable String name() {
        return option.name();
    }

    /** Its name, or that of the naming convention; null if it has none. */
    @Nullable
    String conventionalName() {
        return table.metaData().namingConvention().name(this, table);
    }

    /** Its name, or one made from table and columns, for definitions that can't do without. */
    public String nameOrDefault() {
        String name = conventionalName();
        return name != null
                ? name
                : "fk_" + QuotedName.text(table.name()) + "_"
                        + columns.stream()
                                .map(Column::name)
                                .map(QuotedName::text)
                                .collect(Collectors.joining("_"));
    }

    /** The referring table. */
    public Table table() {
        return table;
    }

    /** The referring columns. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** The referred columns as they were declared. */
    public List<String> targets() {
        return targets;
    }

    /** Name of the referred table, which may not be defined yet. */
    public String referredTableName() {
        List<Column<?>> direct = given;
        if (direct != null) {
            return tableOf(direct.get(0)).fullName();
        }
        Table linked = option.linkedToName() ? linkedTarget() : null;
        if (linked != null) {
            return linked.fullName();
        }
        String target = targets.get(0);
        return target.substring(0, target.lastIndexOf('.'));
    }

    /**
     * The referred table.
     *
     * @throws ArgumentException ALU-0118 if it is not defined
     */
    public Table referredTable() {
        return tableOf(referredColumns().get(0));
    }

    /**
     * The referred columns.
     *
     * @throws ArgumentException ALU-0118 if their table is not defined, ALU-0104 if it lacks them
     */
    public List<Column<?>> referredColumns() {
        List<Column<?>> known = referred;
        if (known == null) {
            known = given != null ? given : lookUp();
            referred = known;
        }
        return known;
    }

    /** Whether the table that it refers to is defined. */
    boolean isResolvable() {
        return referred != null || given != null || target() != null;
    }

    private @Nullable Table target() {
        return option.linkedToName() ? linkedTarget() : defined(referredTableName());
    }

    /** The table before some dot of the target: names of columns may have dots. */
    private @Nullable Table linkedTarget() {
        String target = targets.get(0);
        for (int dot = target.lastIndexOf('.'); dot > 0; dot = target.lastIndexOf('.', dot - 1)) {
            Table found = defined(target.substring(0, dot));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Table defined(String name) {
        Table found = table.metaData().find(name);
        return found == null && table.schema() != null ? table.metaData().find(table.schema() + "." + name) : found;
    }

    /** Whether it refers to a table; false if what it refers to is not defined. */
    public boolean leadsTo(Table other) {
        List<Column<?>> known = referred != null ? referred : given;
        if (known != null) {
            return tableOf(known.get(0)) == other;
        }
        return target() == other;
    }

    private List<Column<?>> lookUp() {
        String name = referredTableName();
        Table target = target();
        if (target == null) {
            throw new ArgumentException(
                    "ALU-0118",
                    "a foreign key refers to a table that is not defined; where: " + table.fullName() + "."
                            + columns.get(0).name() + " to " + targets.get(0) + "; what to do: define table " + name
                            + " in the same MetaData");
        }
        List<Column<?>> found = new ArrayList<>();
        for (String spec : targets) {
            found.add(
                    option.linkedToName() ? named(target, spec) : target.c(spec.substring(spec.lastIndexOf('.') + 1)));
        }
        return List.copyOf(found);
    }

    private static Column<?> named(Table target, String spec) {
        for (Column<?> column : target.columns()) {
            if (spec.endsWith("." + QuotedName.text(column.name()))
                    && (spec.equals(target.name() + "." + column.name()) || spec.equals(fullName(target, column)))) {
                return column;
            }
        }
        return target.c(spec.substring(spec.lastIndexOf('.') + 1));
    }

    private static String fullName(Table target, Column<?> column) {
        return target.fullName() + "." + QuotedName.text(column.name());
    }

    private static Table tableOf(Column<?> column) {
        if (column.owner() instanceof Table owner) {
            return owner;
        }
        throw new ArgumentException(
                "ALU-0119",
                "a foreign key must refer to a column of a table; where: " + column + "; what to do: refer to a column"
                        + " that belongs to a defined table");
    }

    public @Nullable ForeignKeyAction onDelete() {
        return option.onDelete();
    }

    public @Nullable ForeignKeyAction onUpdate() {
        return option.onUpdate();
    }

    public boolean isDeferrable() {
        return option.deferral().isDeferrable();
    }

    public boolean isInitiallyDeferred() {
        return option.deferral().isInitiallyDeferred();
    }

    /** When it is checked. */
    public Deferral deferral() {
        return option.deferral();
    }

    /** The word after MATCH; null if nothing is said. */
    public @Nullable String match() {
        return option.match();
    }

    /** Whether it is always added after the tables were created. */
    public boolean isUseAlter() {
        return option.addedLater();
    }

    /** What is said to some databases only. */
    public Options options() {
        return option.options();
    }

    /** Options, for copies. */
    ForeignKeyOption option() {
        return option;
    }

    @Override
    public String toString() {
        return table.fullName() + "(" + columns.stream().map(Column::name).toList() + ") to " + targets;
    }
}
