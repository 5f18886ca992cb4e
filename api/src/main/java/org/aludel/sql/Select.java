package org.aludel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.LabelReference;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * SELECT. Immutable: each method gives a new select that shares the rest.
 *
 * <p>FROM holds what was given and besides the tables of the columns and conditions, except that a subquery leaves out
 * those of the statement around it (correlation).
 *
 * @since 0.1
 */
public final class Select extends QueryExpression {

    private final SelectParts parts;

    private Select(SelectParts parts) {
        this.parts = parts;
    }

    /** A select of expressions, tables or entities. */
    public static Select of(List<? extends Selectable> columns) {
        SelectParts parts = new SelectParts();
        parts.columns = List.copyOf(columns);
        return new Select(parts);
    }

    /** Adds to the list. */
    public Select columns(Selectable... columns) {
        SelectParts copy = parts.copy();
        copy.columns = appended(parts.columns, List.of(columns));
        return new Select(copy);
    }

    /** The same with another list. */
    public Select withColumns(Selectable... columns) {
        SelectParts copy = parts.copy();
        copy.columns = List.of(columns);
        return new Select(copy);
    }

    /** Adds to FROM. */
    public Select from(FromItem... items) {
        SelectParts copy = parts.copy();
        copy.froms = appended(parts.froms, List.of(items));
        return new Select(copy);
    }

    /** Replaces FROM. */
    public Select withFrom(FromItem... items) {
        SelectParts copy = parts.copy();
        copy.froms = List.of(items);
        return new Select(copy);
    }

    /**
     * Joins what is last in FROM (or, if nothing was given, the table of the columns) with another along the one
     * foreign key between them.
     *
     * @throws ArgumentException ALU-0106 if there is none, ALU-0107 if there are several
     */
    public Select join(FromItem target) {
        return joined(Join.Kind.INNER, target, null);
    }

    public Select join(FromItem target, Expr<Boolean> on) {
        return joined(Join.Kind.INNER, target, on);
    }

    public Select leftJoin(FromItem target) {
        return joined(Join.Kind.LEFT, target, null);
    }

    public Select leftJoin(FromItem target, Expr<Boolean> on) {
        return joined(Join.Kind.LEFT, target, on);
    }

    /** The same as {@link #leftJoin(FromItem)}. */
    public Select outerJoin(FromItem target) {
        return leftJoin(target);
    }

    public Select outerJoin(FromItem target, Expr<Boolean> on) {
        return leftJoin(target, on);
    }

    /** Adds conditions, joined by AND. */
    public Select where(Condition... conditions) {
        if (conditions.length == 0) {
            return this;
        }
        SelectParts copy = parts.copy();
        copy.where = appended(parts.where, List.of(conditions));
        return new Select(copy);
    }

    /** Adds a condition that is any boolean expression. */
    public Select where(Expr<Boolean> condition) {
        SelectParts copy = parts.copy();
        copy.where = appended(parts.where, List.of(condition));
        return new Select(copy);
    }

    public Select groupBy(Expr<?>... expressions) {
        SelectParts copy = parts.copy();
        copy.groupBy = appended(parts.groupBy, List.of(expressions));
        return new Select(copy);
    }

    public Select having(Condition... conditions) {
        SelectParts copy = parts.copy();
        copy.having = appended(parts.having, List.of(conditions));
        return new Select(copy);
    }

    /** Adds to the order. */
    public Select orderBy(Ordering... order) {
        SelectParts copy = parts.copy();
        copy.orderBy = appended(parts.orderBy, List.of(order));
        return new Select(copy);
    }

    /** Adds a labelled column of the list, by name, to the order. */
    public Select orderBy(String label) {
        return orderBy(new LabelReference(label));
    }

    /** The same without an order. */
    public Select unordered() {
        SelectParts copy = parts.copy();
        copy.orderBy = List.of();
        return new Select(copy);
    }

    /** Each row once. */
    public Select distinct() {
        SelectParts copy = parts.copy();
        copy.distinct = true;
        return new Select(copy);
    }

    /** The first row of those that agree in these expressions, where the database can. */
    public Select distinctOn(Expr<?>... expressions) {
        SelectParts copy = parts.copy();
        copy.distinct = true;
        copy.distinctOn = List.of(expressions);
        return new Select(copy);
    }

    /** At most so many rows. */
    public Select limit(long rows) {
        return limit(BindParameter.of(Types.BIGINT, rows));
    }

    public Select limit(Expr<?> rows) {
        SelectParts copy = parts.copy();
        copy.limit = rows;
        return new Select(copy);
    }

    /** Without the first rows. */
    public Select offset(long rows) {
        return offset(BindParameter.of(Types.BIGINT, rows));
    }

    public Select offset(Expr<?> rows) {
        SelectParts copy = parts.copy();
        copy.offset = rows;
        return new Select(copy);
    }

    /** All rows, and none of them locked: without limit, offset and FOR UPDATE. */
    public Select unlimited() {
        SelectParts copy = parts.copy();
        copy.limit = null;
        copy.offset = null;
        copy.lock = null;
        return new Select(copy);
    }

    /** FOR UPDATE. */
    public Select withForUpdate() {
        return withForUpdate(LockMode.UPDATE);
    }

    /** Locks the rows: {@code withForUpdate(skipLocked())}. */
    public Select withForUpdate(LockMode mode) {
        SelectParts copy = parts.copy();
        copy.lock = mode;
        return new Select(copy);
    }

    /** As a subquery, leaves these (and no others) to the statement around it. */
    public Select correlate(FromItem... items) {
        SelectParts copy = parts.copy();
        copy.correlate = List.of(items);
        return new Select(copy);
    }

    /** Text after SELECT, as {@code SQL_NO_CACHE}. */
    public Select prefix(String text) {
        SelectParts copy = parts.copy();
        copy.prefixes = appended(parts.prefixes, List.of(text));
        return new Select(copy);
    }

    private Select joined(Join.Kind kind, FromItem target, @Nullable Expr<Boolean> on) {
        List<FromItem> froms = new ArrayList<>(parts.froms.isEmpty() ? fromsOfColumns(target) : parts.froms);
        if (froms.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0109",
                    "there is nothing to join with; where: join of " + target.label()
                            + "; what to do: name the left side" + " with from(...)");
        }
        int left = froms.size() - 1;
        if (on == null) {
            for (int i = froms.size() - 1; i >= 0; i--) {
                if (Join.isPossible(froms.get(i), target)) {
                    left = i;
                    break;
                }
            }
        }
        FromItem side = froms.get(left);
        froms.set(left, on == null ? Join.byForeignKey(kind, side, target) : new Join(kind, side, target, on));
        SelectParts copy = parts.copy();
        copy.froms = List.copyOf(froms);
        return new Select(copy);
    }

    private List<FromItem> fromsOfColumns(FromItem target) {
        List<FromItem> found = new ArrayList<>();
        for (Selectable selected : parts.columns) {
            collectFroms(selected, target, found);
        }
        return found;
    }

    private static void collectFroms(Object selected, FromItem target, List<FromItem> found) {
        FromItem owner =
                selected instanceof FromItem item ? item : selected instanceof Column<?> column ? column.owner() : null;
        if (owner != null) {
            if (owner != target && !found.contains(owner)) {
                found.add(owner);
            }
        } else if (selected instanceof Node node && !(selected instanceof QueryExpression)) {
            node.forEachChild(child -> collectFroms(child, target, found));
        }
    }

    public List<Selectable> columns() {
        return parts.columns;
    }

    public List<FromItem> froms() {
        return parts.froms;
    }

    public List<Expr<Boolean>> where() {
        return parts.where;
    }

    public List<Expr<?>> groupBy() {
        return parts.groupBy;
    }

    public List<Expr<Boolean>> having() {
        return parts.having;
    }

    public List<Ordering> orderBy() {
        return parts.orderBy;
    }

    public boolean isDistinct() {
        return parts.distinct;
    }

    public List<Expr<?>> distinctOn() {
        return parts.distinctOn;
    }

    public @Nullable Expr<?> limit() {
        return parts.limit;
    }

    public @Nullable Expr<?> offset() {
        return parts.offset;
    }

    public @Nullable LockMode lock() {
        return parts.lock;
    }

    /** What was given to {@link #correlate(FromItem...)}; null if correlation is automatic. */
    public @Nullable List<FromItem> correlate() {
        return parts.correlate;
    }

    public List<String> prefixes() {
        return parts.prefixes;
    }

    /** The list with tables taken apart into columns. */
    public List<Expr<?>> expressions() {
        List<Expr<?>> expressions = new ArrayList<>(parts.columns.size());
        for (Selectable selected : parts.columns) {
            if (selected instanceof Expr<?> expression) {
                expressions.add(expression);
            } else if (selected instanceof FromItem item) {
                expressions.addAll(item.columns());
            } else if (selected instanceof QueryExpression query) {
                expressions.add(query.asScalar());
            } else {
                throw new ArgumentException(
                        "ALU-0111",
                        "an entity can't be selected without the mapper; where: " + selected
                                + "; what to do: run the select through a session");
            }
        }
        return expressions;
    }

    @Override
    public List<OutputColumn> outputs() {
        return OutputColumn.of(expressions());
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitSelect(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        for (Selectable selected : parts.columns) {
            if (selected instanceof Node node) {
                action.accept(node);
            }
        }
        parts.froms.forEach(action);
        parts.where.forEach(action);
        parts.groupBy.forEach(action);
        parts.having.forEach(action);
        parts.orderBy.forEach(action);
        parts.distinctOn.forEach(action);
        if (parts.limit != null) {
            action.accept(parts.limit);
        }
        if (parts.offset != null) {
            action.accept(parts.offset);
        }
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(Select.class);
        writer.atom(parts.columns.size());
        for (Selectable selected : parts.columns) {
            if (selected instanceof Node node) {
                writer.node(node);
            } else {
                writer.atom(selected);
            }
        }
        writer.nodes(parts.froms);
        writer.nodes(parts.where);
        writer.nodes(parts.groupBy);
        writer.nodes(parts.having);
        writer.nodes(parts.orderBy);
        writer.atom(parts.distinct);
        writer.nodes(parts.distinctOn);
        writer.optional(parts.limit);
        writer.optional(parts.offset);
        writer.atom(parts.prefixes);
        LockMode lock = parts.lock;
        if (lock != null) {
            writer.atom(lock.share());
            writer.atom(lock.nowait());
            writer.atom(lock.skipsLocked());
            writer.nodes(lock.of());
        }
        List<FromItem> correlate = parts.correlate;
        if (correlate != null) {
            writer.nodes(correlate);
        }
    }

    private static <E> List<E> appended(List<E> list, List<? extends E> more) {
        if (list.isEmpty()) {
            return List.copyOf(more);
        }
        List<E> all = new ArrayList<>(list.size() + more.size());
        all.addAll(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}
