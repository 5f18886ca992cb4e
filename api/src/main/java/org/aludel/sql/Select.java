package org.aludel.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Operator;
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

    private Select with(Consumer<SelectParts> change) {
        SelectParts copy = parts.copy();
        change.accept(copy);
        return new Select(copy);
    }

    /** What a function makes of this: for parts that depend on the program, {@code s.apply(q -> all ? q : q.limit(5))}. */
    public Select apply(UnaryOperator<Select> change) {
        return change.apply(this);
    }

    // ---- columns

    /** Adds to the list. */
    public Select columns(Selectable... columns) {
        return with(copy -> copy.columns = appended(parts.columns, List.of(columns)));
    }

    /** The same as {@link #columns(Selectable...)}. */
    public Select addColumns(Selectable... columns) {
        return columns(columns);
    }

    /** The same with another list; FROM stays as it was given. */
    public Select withOnlyColumns(Selectable... columns) {
        return with(copy -> copy.columns = List.of(columns));
    }

    /** The same with another list, where FROM keeps the tables that the list had brought. */
    public Select withOnlyColumnsKeepingFrom(Selectable... columns) {
        return with(copy -> {
            List<FromItem> found = new ArrayList<>(parts.froms);
            for (Selectable selected : parts.columns) {
                Froms.collect(selected, found);
            }
            copy.froms = List.copyOf(found);
            copy.columns = List.of(columns);
        });
    }

    /**
     * Leaves out columns that always have the value of another of the list: those that a foreign key or an equality in
     * the conditions ties to it.
     */
    public Select reduceColumns() {
        List<Node> clauses = new ArrayList<>(parts.where);
        clauses.addAll(parts.froms);
        List<Expr<?>> kept = ColumnReduction.of(expressions(), clauses);
        return with(copy -> copy.columns = List.copyOf(kept));
    }

    /** How columns are named in the result. */
    public Select setLabelStyle(LabelStyle style) {
        return with(copy -> copy.labelStyle = style);
    }

    // ---- FROM

    /** Adds to FROM. */
    public Select from(FromItem... items) {
        return with(copy -> copy.froms = appended(parts.froms, List.of(items)));
    }

    /** Adds text to FROM. */
    public Select from(Text text) {
        return from(new TextFrom(text));
    }

    /** The same as {@link #from(FromItem...)}. */
    public Select selectFrom(FromItem... items) {
        return from(items);
    }

    /** Replaces FROM. */
    public Select withFrom(FromItem... items) {
        SelectParts copy = parts.copy();
        copy.froms = List.of(items);
        return new Select(copy);
    }

    /**
     * Joins what FROM holds, or the tables of the columns, with another along the one foreign key between them.
     *
     * @throws ArgumentException ALU-0106 if there is none, ALU-0107 if there are several, ALU-0109 if there is nothing to
     *     join with, ALU-0162 if several tables could be joined
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

    /** A full outer join along the one foreign key. */
    public Select fullJoin(FromItem target) {
        return joined(Join.Kind.FULL, target, null);
    }

    public Select fullJoin(FromItem target, Expr<Boolean> on) {
        return joined(Join.Kind.FULL, target, on);
    }

    /** Joins two tables along the one foreign key between them, whatever else is in FROM. */
    public Select joinFrom(FromItem left, FromItem target) {
        return joinedFrom(Join.byForeignKey(Join.Kind.INNER, left, target));
    }

    public Select joinFrom(FromItem left, FromItem target, Expr<Boolean> on) {
        return joinedFrom(new Join(Join.Kind.INNER, left, target, on));
    }

    /** A left outer join of two tables along the one foreign key between them, whatever else is in FROM. */
    public Select outerJoinFrom(FromItem left, FromItem target) {
        return joinedFrom(Join.byForeignKey(Join.Kind.LEFT, left, target));
    }

    public Select outerJoinFrom(FromItem left, FromItem target, Expr<Boolean> on) {
        return joinedFrom(new Join(Join.Kind.LEFT, left, target, on));
    }

    private Select joinedFrom(Join join) {
        List<FromItem> froms = new ArrayList<>(parts.froms);
        int place = froms.indexOf(join.left());
        if (place >= 0) {
            froms.set(place, join);
        } else {
            froms.add(join);
        }
        return withFrom(froms.toArray(new FromItem[0]));
    }

    private Select joined(Join.Kind kind, FromItem target, @Nullable Expr<Boolean> on) {
        List<FromItem> froms = new ArrayList<>(parts.froms.isEmpty() ? foundFroms() : parts.froms);
        int left = Froms.leftOf(froms, target, on);
        FromItem side = froms.get(left);
        Join join = on == null ? Join.byForeignKey(kind, side, target) : new Join(kind, side, target, on);
        if (parts.froms.isEmpty()) {
            return withFrom(join);
        }
        froms.set(left, join);
        return withFrom(froms.toArray(new FromItem[0]));
    }

    private List<FromItem> foundFroms() {
        List<FromItem> found = new ArrayList<>();
        for (Selectable selected : parts.columns) {
            Froms.collect(selected, found);
        }
        for (Expr<Boolean> condition : parts.where) {
            Froms.collect(condition, found);
        }
        return found;
    }

    // ---- conditions

    /** Adds conditions, joined by AND. */
    public Select where(Condition... conditions) {
        return conditions.length == 0 ? this : with(copy -> copy.where = appended(parts.where, List.of(conditions)));
    }

    /** Adds a condition that is any boolean expression. */
    public Select where(Expr<Boolean> condition) {
        SelectParts copy = parts.copy();
        copy.where = appended(parts.where, List.of(condition));
        return new Select(copy);
    }

    /**
     * Adds a condition if there is something to compare with; so a search is built of what the user filled in:
     *
     * <pre>{@code
     * select(users).whereIf(name != null, () -> users.c("name").eq(name)).whereIf(ids != null, () -> id.in(ids))
     * }</pre>
     */
    public Select whereIf(boolean wanted, Supplier<? extends Expr<Boolean>> condition) {
        return wanted ? where(condition.get()) : this;
    }

    /** Conditions that columns of what was last joined, or else of the first table, have these values. */
    public Select filterBy(Map<String, ? extends @Nullable Object> values) {
        FromItem entity = filtered();
        List<Expr<Boolean>> all = new ArrayList<>(parts.where);
        values.forEach((key, value) -> {
            Column<?> column = entity.c(key);
            all.add(
                    value instanceof Expr<?> other
                            ? Expressions.compareWith(Operator.EQ, column, other)
                            : Expressions.compare(Operator.EQ, column, value));
        });
        return with(copy -> copy.where = List.copyOf(all));
    }

    /** A condition that a column of what was last joined, or else of the first table, has a value. */
    public Select filterBy(String key, @Nullable Object value) {
        return filterBy(Collections.singletonMap(key, value));
    }

    private FromItem filtered() {
        List<FromItem> froms = parts.froms.isEmpty() ? foundFroms() : parts.froms;
        if (froms.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0163",
                    "there is no table to filter by; where: filterBy of a select without FROM; what to do: select a"
                            + " column of a table first, or use where(...)");
        }
        FromItem last = parts.froms.isEmpty() ? froms.get(0) : froms.get(froms.size() - 1);
        return last instanceof Join join ? join.right() : last;
    }

    public Select groupBy(Expr<?>... expressions) {
        return with(copy -> copy.groupBy = appended(parts.groupBy, List.of(expressions)));
    }

    /** Groups by labelled columns of the list, by name. */
    public Select groupBy(String label) {
        return with(copy -> copy.groupBy = appended(parts.groupBy, List.of(new LabelReference(label))));
    }

    /** The same without groups. */
    public Select ungrouped() {
        return with(copy -> copy.groupBy = List.of());
    }

    public Select having(Condition... conditions) {
        return with(copy -> copy.having = appended(parts.having, List.of(conditions)));
    }

    /** Adds a condition on groups that is any boolean expression. */
    public Select having(Expr<Boolean> condition) {
        return with(copy -> copy.having = appended(parts.having, List.of(condition)));
    }

    // ---- order and limits

    /** Adds to the order. */
    public Select orderBy(Ordering... order) {
        SelectParts copy = parts.copy();
        copy.orderBy = appended(parts.orderBy, List.of(order));
        return new Select(copy);
    }

    /** Adds a labelled column of the list, or a column of the tables, by name, to the order. */
    public Select orderBy(String label) {
        return orderBy(new LabelReference(label));
    }

    /** The same without an order. */
    public Select unordered() {
        return with(copy -> copy.orderBy = List.of());
    }

    /** Each row once. */
    public Select distinct() {
        return with(copy -> copy.distinct = true);
    }

    /** The first row of those that agree in these expressions, where the database can. */
    public Select distinctOn(Expr<?>... expressions) {
        return with(copy -> {
            copy.distinct = true;
            copy.distinctOn = appended(parts.distinctOn, List.of(expressions));
        });
    }

    /** The first row of those that agree in a labelled column, where the database can. */
    public Select distinctOn(String label) {
        return with(copy -> {
            copy.distinct = true;
            copy.distinctOn = appended(parts.distinctOn, List.of(new LabelReference(label)));
        });
    }

    /** At most so many rows. */
    public Select limit(long rows) {
        return limit(BindParameter.of(Types.BIGINT, rows));
    }

    public Select limit(Expr<?> rows) {
        return with(copy -> copy.limit(rows));
    }

    /** Without the first rows. */
    public Select offset(long rows) {
        return offset(BindParameter.of(Types.BIGINT, rows));
    }

    public Select offset(Expr<?> rows) {
        return with(copy -> copy.offset = rows);
    }

    /** Rows from one position to another that is not included, both counted from 0. */
    public Select slice(long from, long to) {
        return limit(to - from).offset(from);
    }

    /** FETCH FIRST so many rows. */
    public Select fetch(long rows) {
        return fetch(new Fetch(BindParameter.of(Types.BIGINT, rows), false, false));
    }

    /** FETCH FIRST so many rows, or percent of them, or with those equal to the last. */
    public Select fetch(long rows, boolean percent, boolean withTies) {
        return fetch(new Fetch(BindParameter.of(Types.BIGINT, rows), percent, withTies));
    }

    public Select fetch(Fetch fetch) {
        return with(copy -> copy.fetch(fetch));
    }

    /** All rows, and none of them locked: without limit, fetch, offset and FOR UPDATE. */
    public Select unlimited() {
        return with(copy -> {
            copy.limit(null);
            copy.offset = null;
            copy.lock = null;
        });
    }

    // ---- locks, correlation, text

    /** FOR UPDATE. */
    public Select withForUpdate() {
        return withForUpdate(LockMode.UPDATE);
    }

    /** Locks the rows: {@code withForUpdate(skipLocked())}. */
    public Select withForUpdate(LockMode mode) {
        return with(copy -> copy.lock = mode);
    }

    /** The same without locks. */
    public Select withoutLock() {
        return with(copy -> copy.lock = null);
    }

    /** As a subquery, leaves these (and no others) to the statements around it. */
    public Select correlate(FromItem... items) {
        return with(copy -> {
            List<FromItem> before = parts.correlateExcept || parts.correlate == null ? List.of() : parts.correlate;
            copy.correlate = appended(before, List.of(items));
            copy.correlateExcept = false;
        });
    }

    /** As a subquery, leaves all but these to the statements around it. */
    public Select correlateExcept(FromItem... items) {
        return with(copy -> {
            List<FromItem> before = parts.correlateExcept && parts.correlate != null ? parts.correlate : List.of();
            copy.correlate = appended(before, List.of(items));
            copy.correlateExcept = true;
        });
    }

    /** Text after SELECT, as {@code SQL_NO_CACHE}. */
    public Select prefixWith(String text) {
        return prefixWith(text, null);
    }

    /** Text after SELECT, for one dialect. */
    public Select prefixWith(String text, @Nullable String dialect) {
        return with(copy -> copy.prefixes = Affix.added(parts.prefixes, text, dialect));
    }

    /** Text at the end. */
    public Select suffixWith(String text) {
        return suffixWith(text, null);
    }

    /** Text at the end, for one dialect. */
    public Select suffixWith(String text, @Nullable String dialect) {
        return with(copy -> copy.suffixes = Affix.added(parts.suffixes, text, dialect));
    }

    /** A hint about a table, written where the database wants it; it is for databases that know such hints. */
    public Select withHint(FromItem item, String hint) {
        return withHint(item, hint, null);
    }

    /** A hint about a table, for one dialect. */
    public Select withHint(FromItem item, String hint, @Nullable String dialect) {
        return with(copy -> copy.hints = appended(parts.hints, List.of(new TableHint(item, new Affix(hint, dialect)))));
    }

    /** A hint about the whole statement. */
    public Select withStatementHint(String hint) {
        return withStatementHint(hint, null);
    }

    /** A hint about the whole statement, for one dialect. */
    public Select withStatementHint(String hint, @Nullable String dialect) {
        return with(copy -> copy.statementHints = Affix.added(parts.statementHints, hint, dialect));
    }

    // ---- what it is

    public List<Selectable> columns() {
        return parts.columns;
    }

    public LabelStyle labelStyle() {
        return parts.labelStyle;
    }

    public List<FromItem> froms() {
        return parts.froms;
    }

    public List<Expr<Boolean>> where() {
        return parts.where;
    }

    /** Expressions, and references to labels. */
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

    /** Expressions, and references to labels. */
    public List<Expr<?>> distinctOn() {
        return parts.distinctOn;
    }

    public @Nullable Expr<?> limit() {
        return parts.limit;
    }

    public @Nullable Expr<?> offset() {
        return parts.offset;
    }

    /** FETCH FIRST; null without. */
    public @Nullable Fetch fetch() {
        return parts.fetch;
    }

    /** Whether it has a limit, an offset or FETCH. */
    public boolean isLimited() {
        return parts.limit != null || parts.offset != null || parts.fetch != null;
    }

    public @Nullable LockMode lock() {
        return parts.lock;
    }

    /**
     * What was given to {@link #correlate(FromItem...)} or {@link #correlateExcept(FromItem...)}; null if correlation is
     * automatic.
     */
    public @Nullable List<FromItem> correlate() {
        return parts.correlate;
    }

    /** Whether {@link #correlate()} says what is not left to the statements around. */
    public boolean isCorrelatingAllButSome() {
        return parts.correlateExcept;
    }

    public List<Affix> prefixes() {
        return parts.prefixes;
    }

    public List<Affix> suffixes() {
        return parts.suffixes;
    }

    public List<TableHint> hints() {
        return parts.hints;
    }

    public List<Affix> statementHints() {
        return parts.statementHints;
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
        return OutputColumn.of(expressions(), parts.labelStyle);
    }

    /**
     * The same with every part that is a node replaced by what a function makes of it; the function gets the direct parts
     * of the select.
     */
    public Select mapParts(UnaryOperator<Node> map) {
        return with(copy -> {
            List<Selectable> columns = new ArrayList<>(parts.columns.size());
            for (Selectable selected : parts.columns) {
                columns.add(selected instanceof Node node ? (Selectable) map.apply(node) : selected);
            }
            copy.columns = List.copyOf(columns);
            copy.froms = mapped(parts.froms, map);
            copy.where = mapped(parts.where, map);
            copy.groupBy = mapped(parts.groupBy, map);
            copy.having = mapped(parts.having, map);
            copy.orderBy = mapped(parts.orderBy, map);
            copy.distinctOn = mapped(parts.distinctOn, map);
            copy.limit = parts.limit == null ? null : (Expr<?>) map.apply(parts.limit);
            copy.offset = parts.offset == null ? null : (Expr<?>) map.apply(parts.offset);
            Fetch rows = parts.fetch;
            copy.fetch =
                    rows == null ? null : new Fetch((Expr<?>) map.apply(rows.count()), rows.percent(), rows.withTies());
            copy.correlate = parts.correlate == null ? null : mapped(parts.correlate, map);
            copy.hints = parts.hints.stream()
                    .map(hint -> new TableHint((FromItem) map.apply(hint.item()), hint.hint()))
                    .toList();
        });
    }

    @SuppressWarnings("unchecked")
    private static <N extends Node> List<N> mapped(List<N> nodes, UnaryOperator<Node> map) {
        List<N> mapped = new ArrayList<>(nodes.size());
        for (N node : nodes) {
            mapped.add((N) map.apply(node));
        }
        return List.copyOf(mapped);
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
        parts.forEachLimit(action);
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
        parts.writeLimits(writer);
        writer.atom(parts.labelStyle);
        writer.atom(parts.prefixes);
        writeRest(writer);
    }

    private void writeRest(StructureWriter writer) {
        if (!parts.suffixes.isEmpty() || !parts.statementHints.isEmpty() || !parts.hints.isEmpty()) {
            writer.atom(parts.suffixes);
            writer.atom(parts.statementHints);
            for (TableHint hint : parts.hints) {
                writer.from(hint.item());
                writer.atom(hint.hint());
            }
        }
        LockMode lock = parts.lock;
        if (lock != null) {
            writer.atom(lock.share());
            writer.atom(lock.nowait());
            writer.atom(lock.skipsLocked());
            writer.atom(lock.keyShare());
            for (Selectable locked : lock.of()) {
                writer.node((Node) locked);
            }
        }
        List<FromItem> correlate = parts.correlate;
        if (correlate != null) {
            writer.atom(parts.correlateExcept);
            writer.nodes(correlate);
        }
    }

    static <E> List<E> appended(List<E> list, List<? extends E> more) {
        if (list.isEmpty()) {
            return List.copyOf(more);
        }
        List<E> all = new ArrayList<>(list.size() + more.size());
        all.addAll(list);
        all.addAll(more);
        return List.copyOf(all);
    }
}
