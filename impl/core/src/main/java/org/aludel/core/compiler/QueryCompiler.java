package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Cte;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.RowValues;
import org.aludel.sql.Select;
import org.aludel.sql.TableAlias;
import org.aludel.sql.TableFunction;
import org.aludel.sql.Text;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.TypeCoerce;
import org.jspecify.annotations.Nullable;

/**
 * Compiles queries and what stands in FROM.
 */
public abstract class QueryCompiler extends ExpressionCompiler {

    /** A select that is being compiled, seen from the selects inside it. */
    private record Scope(@Nullable Scope outer, List<FromItem> froms, List<OutputColumn> outputs) {}

    /** Where a query stands. */
    protected enum Place {
        /** It is the statement. */
        TOP,
        /** In FROM or WITH: each column has a name. */
        FROM,
        /** In an expression. */
        EXPRESSION,
        /** A part of a compound, or the rows of an insert. */
        MEMBER
    }

    private final Map<FromItem, String> names = new IdentityHashMap<>();
    private final Map<String, Integer> counters = new java.util.HashMap<>();
    private final FromCollector collector;
    private @Nullable Scope scope;
    private Place place;
    private boolean lateral;

    protected QueryCompiler(Compilation compilation) {
        super(compilation);
        this.collector = new FromCollector(this::resolved);
        this.place = compilation.statement() instanceof QueryExpression ? Place.TOP : Place.EXPRESSION;
    }

    // ---- select

    @Override
    public void visitSelect(Select asked) {
        Place here = place;
        Select select = rewritten(asked, here);
        Scope outer = scope;
        boolean mayCorrelate = here == Place.EXPRESSION || here == Place.MEMBER || lateral;
        List<OutputColumn> outputs = outputs(select, here);
        List<FromItem> froms = froms(select, outputs, mayCorrelate ? outer : null);
        scope = new Scope(mayCorrelate ? outer : null, froms, outputs);
        lateral = false;
        place = Place.EXPRESSION;
        if (here == Place.TOP) {
            describe(select == asked ? outputs : outputs(asked, here));
        }
        out.append("SELECT ");
        for (String prefix : select.prefixes()) {
            out.append(prefix).append(' ');
        }
        beforeColumns(select, here);
        selectList(outputs, here);
        from(froms);
        conditions(" WHERE ", select.where());
        if (!select.groupBy().isEmpty()) {
            out.append(" GROUP BY ");
            list(select.groupBy());
        }
        conditions(" HAVING ", select.having());
        orderByClause(select, here);
        limitClause(select, here);
        LockMode lock = select.lock();
        if (lock != null) {
            lock(select, lock, froms);
        }
        scope = outer;
        place = here;
    }

    /** Names of the columns: at the top those of the mapped columns, inside those that the statement was built with. */
    private List<OutputColumn> outputs(Select select, Place here) {
        List<Expr<?>> expressions = select.expressions();
        boolean mapped = false;
        for (Expr<?> expression : expressions) {
            mapped |= expression instanceof Unresolved<?>;
        }
        if (!mapped || here == Place.FROM) {
            return OutputColumn.of(expressions);
        }
        List<Expr<?>> resolved = new ArrayList<>(expressions.size());
        for (Expr<?> expression : expressions) {
            resolved.add(resolved(expression));
        }
        List<OutputColumn> outputs = new ArrayList<>(resolved.size());
        List<OutputColumn> named = OutputColumn.of(resolved);
        for (int i = 0; i < named.size(); i++) {
            // rows are asked for what was written in the select, not for what it stands for
            outputs.add(new OutputColumn(
                    named.get(i).name(), expressions.get(i), named.get(i).named()));
        }
        return outputs;
    }

    private void describe(List<OutputColumn> outputs) {
        compilation.columns = resultColumns(outputs);
        compilation.returnsRows = true;
        compilation.kind = Compiled.Kind.SELECT;
    }

    /** The result plan for a list of columns. */
    protected final ResultColumn[] resultColumns(List<OutputColumn> outputs) {
        ResultColumn[] columns = new ResultColumn[outputs.size()];
        for (int i = 0; i < columns.length; i++) {
            OutputColumn output = outputs.get(i);
            Expr<?> source = output.expression();
            var type = typeOf(source);
            String name = source instanceof Column<?> column && column.name().equals(output.name())
                    ? column.key()
                    : output.name();
            columns[i] =
                    new ResultColumn(name, output.name(), type, type == null ? null : dialect.handler(type), source);
        }
        return columns;
    }

    /** Writes DISTINCT. */
    protected final void distinct(Select select) {
        if (!select.isDistinct()) {
            return;
        }
        out.append("DISTINCT ");
        if (!select.distinctOn().isEmpty()) {
            distinctOn(select.distinctOn());
        }
    }

    /** Writes DISTINCT ON, where the database has it. */
    protected void distinctOn(List<Expr<?>> expressions) {
        throw unsupported("DISTINCT ON");
    }

    /**
     * Another select to write instead, where the database says something only by nesting (rows by number for limits); the
     * columns of the result stay those of the select that was asked for.
     */
    protected Select rewritten(Select select, Place place) {
        return select;
    }

    /** What stands between SELECT (with its prefixes) and the list: DISTINCT here, TOP or FIRST elsewhere. */
    protected void beforeColumns(Select select, Place place) {
        distinct(select);
    }

    /** Writes ORDER BY of a select. */
    protected void orderByClause(Select select, Place place) {
        orderBy(select.orderBy());
    }

    /** Writes the limits that stand at the end of a select. */
    protected void limitClause(Select select, Place place) {
        limit(select.limit(), select.offset(), !select.orderBy().isEmpty());
    }

    private void selectList(List<OutputColumn> outputs, Place here) {
        boolean inFrom = here == Place.FROM;
        for (int i = 0; i < outputs.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            outputColumn(outputs.get(i), inFrom);
        }
        if (outputs.isEmpty()) {
            out.append('*');
        }
    }

    /** Writes a column of a select or RETURNING, with its name where the name is not its own. */
    protected final void outputColumn(OutputColumn output, boolean sayName) {
        Expr<?> expression = resolved(output.expression());
        if (expression instanceof Label<?> label) {
            operand(label.expression(), Operator.NONE, null);
        } else {
            operand(expression, Operator.NONE, null);
        }
        boolean plain = expression instanceof Text
                || expression instanceof org.aludel.sql.tree.Verbatim<?>
                || expression instanceof org.aludel.sql.tree.Constant<?>;
        boolean needed =
                expression instanceof Label<?> || !output.named() || sayName || expression instanceof TypeCoerce<?>;
        if (needed && !(plain && output.named() && !sayName)) {
            out.append(" AS ").append(dialect.identifiers().quote(output.name()));
        }
    }

    private List<FromItem> froms(Select select, List<OutputColumn> outputs, @Nullable Scope outer) {
        List<FromItem> all = collector.collect(outputs, select.where(), select.froms());
        if (outer == null) {
            return all;
        }
        List<FromItem> kept = new ArrayList<>(all.size());
        List<FromItem> correlated = select.correlate();
        for (FromItem item : all) {
            boolean outside = correlated != null ? contains(correlated, item) : all.size() > 1;
            if (!outside || !visible(outer, item)) {
                kept.add(item);
            }
        }
        if (kept.isEmpty() && !all.isEmpty()) {
            if (correlated == null) {
                throw new CompileException(
                        "ALU-0132",
                        "every table of a subquery belongs to the statement around it; where: "
                                + all.get(0).label() + "; what to do: use an alias inside, or say correlate(...)");
            }
        }
        return kept;
    }

    private static boolean contains(List<FromItem> items, FromItem item) {
        for (FromItem one : items) {
            if (one == item) {
                return true;
            }
        }
        return false;
    }

    private static boolean visible(@Nullable Scope outer, FromItem item) {
        for (Scope s = outer; s != null; s = s.outer) {
            for (FromItem from : s.froms) {
                if (FromCollector.holds(from, item)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Makes tables visible to subqueries of an UPDATE or DELETE. */
    protected final void withScope(List<FromItem> froms, Runnable work) {
        Scope outer = scope;
        Place before = place;
        scope = new Scope(null, froms, List.of());
        place = Place.EXPRESSION;
        work.run();
        scope = outer;
        place = before;
    }

    /** The tables that expressions use. */
    protected final List<FromItem> fromsOf(List<? extends Expr<?>> expressions) {
        return collector.collect(List.of(), expressions, List.of());
    }

    /** Writes FROM. */
    protected void from(List<FromItem> froms) {
        if (froms.isEmpty()) {
            fromNothing();
            return;
        }
        out.append(" FROM ");
        fromItems(froms);
    }

    /** What a select without tables says. */
    protected void fromNothing() {}

    /** Writes tables with commas between them. */
    protected final void fromItems(List<FromItem> froms) {
        for (int i = 0; i < froms.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            froms.get(i).accept(this);
        }
    }

    /** Writes conditions joined by AND after a keyword, or nothing. */
    protected final void conditions(String keyword, List<? extends Expr<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            out.append(keyword);
            criteria(conditions);
        }
    }

    /** Writes ORDER BY and what follows. */
    protected final void orderBy(List<Ordering> orderBy) {
        for (int i = 0; i < orderBy.size(); i++) {
            out.append(i == 0 ? " ORDER BY " : ", ");
            ordered(orderBy.get(i));
        }
    }

    @Override
    protected void ordered(Ordering ordering) {
        if (ordering instanceof Label<?> label && scope != null) {
            for (OutputColumn output : scope.outputs) {
                if (output.expression() == label || output.expression().equals(label)) {
                    out.append(dialect.identifiers().quote(label.name()));
                    return;
                }
            }
        }
        ordering.accept(this);
    }

    @Override
    public void visitLabelReference(LabelReference reference) {
        out.append(dialect.identifiers().quote(reference.name()));
    }

    /** Writes the limits of a result. */
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit != null) {
            out.append(" LIMIT ");
            limit.accept(this);
        }
        if (offset != null) {
            if (limit == null) {
                unlimited();
            }
            out.append(" OFFSET ");
            offset.accept(this);
        }
    }

    /** What stands before OFFSET where there is no LIMIT. */
    protected void unlimited() {
        out.append(" LIMIT -1");
    }

    /**
     * Writes how the rows of a select are locked.
     *
     * @param froms what stands in its FROM
     */
    protected void lock(Select select, LockMode mode, List<FromItem> froms) {
        lock(mode);
    }

    /** Writes how rows are locked. */
    protected void lock(LockMode mode) {
        if (!dialect.supports(Capability.FOR_UPDATE)) {
            return;
        }
        out.append(mode.share() ? sharedLock() : " FOR UPDATE");
        if (!mode.of().isEmpty() && dialect.supports(Capability.FOR_UPDATE_OF)) {
            for (int i = 0; i < mode.of().size(); i++) {
                out.append(i == 0 ? " OF " : ", ").append(lockedName(mode.of().get(i)));
            }
        }
        if (mode.nowait() && dialect.supports(Capability.NOWAIT)) {
            out.append(" NOWAIT");
        }
        if (mode.skipsLocked()) {
            if (!dialect.supports(Capability.SKIP_LOCKED)) {
                throw unsupported("SKIP LOCKED");
            }
            out.append(" SKIP LOCKED");
        }
    }

    /** The words for a lock that others may share. */
    protected String sharedLock() {
        return " FOR SHARE";
    }

    private String lockedName(FromItem item) {
        return item instanceof Table table ? dialect.identifiers().quote(table.name()) : qualifier(item);
    }

    // ---- compounds

    @Override
    public void visitCompoundSelect(CompoundSelect compound) {
        Place here = place;
        if (here == Place.TOP) {
            describe(compound.outputs());
        }
        for (int i = 0; i < compound.members().size(); i++) {
            if (i > 0) {
                out.append(' ').append(compoundKeyword(compound.kind())).append(' ');
            }
            member(compound.members().get(i), here);
        }
        Scope outer = scope;
        scope = new Scope(outer, List.of(), compound.outputs());
        place = Place.EXPRESSION;
        compoundOrder(compound);
        limit(compound.limit(), compound.offset(), !compound.orderBy().isEmpty());
        scope = outer;
        place = here;
    }

    /** The words between the parts of a compound. */
    protected String compoundKeyword(CompoundSelect.Kind kind) {
        return kind.sql();
    }

    private void member(QueryExpression member, Place here) {
        boolean parentheses = memberNeedsParentheses(member);
        place = here == Place.TOP ? Place.MEMBER : here;
        if (parentheses) {
            openMember();
        }
        member.accept(this);
        if (parentheses) {
            closeMember();
        }
        place = here;
    }

    /** Whether a part of a compound stands in parentheses. */
    protected boolean memberNeedsParentheses(QueryExpression member) {
        return member instanceof CompoundSelect
                || member instanceof Select select
                        && (select.limit() != null
                                || select.offset() != null
                                || !select.orderBy().isEmpty());
    }

    /** Begins a part of a compound that is one itself, or is ordered or limited. */
    protected void openMember() {
        out.append('(');
    }

    /** Ends what {@link #openMember()} began. */
    protected void closeMember() {
        out.append(')');
    }

    /** The order of a compound names columns of the result. */
    private void compoundOrder(CompoundSelect compound) {
        List<OutputColumn> outputs = compound.outputs();
        for (int i = 0; i < compound.orderBy().size(); i++) {
            out.append(i == 0 ? " ORDER BY " : ", ");
            Ordering ordering = compound.orderBy().get(i);
            Ordering inner = ordering instanceof Order order ? order.expression() : ordering;
            int position = positionIn(outputs, inner);
            if (position < 0) {
                ordering.accept(this);
                continue;
            }
            if (ordersCompoundsByPosition()) {
                out.append(position + 1);
            } else {
                out.append(dialect.identifiers().quote(outputs.get(position).name()));
            }
            if (ordering instanceof Order order) {
                out.append(order.direction() == Order.Direction.DESC ? " DESC" : " ASC");
                if (order.nulls() != Order.Nulls.DEFAULT) {
                    out.append(order.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
                }
            }
        }
    }

    /** Whether the order of a compound tells the numbers of columns instead of their names. */
    protected boolean ordersCompoundsByPosition() {
        return false;
    }

    private static int positionIn(List<OutputColumn> outputs, Ordering ordering) {
        for (int i = 0; i < outputs.size(); i++) {
            Expr<?> expression = outputs.get(i).expression();
            if (expression == ordering || expression.equals(ordering)) {
                return i;
            }
        }
        return -1;
    }

    // ---- FROM

    @Override
    public void visitTable(Table table) {
        out.append(dialect.identifiers().qualified(table.schema(), table.name()));
    }

    @Override
    protected String qualifier(FromItem owner) {
        if (owner instanceof Table table) {
            return dialect.identifiers().qualified(table.schema(), table.name());
        }
        return dialect.identifiers().quote(nameOf(owner));
    }

    /** The name by which a statement knows an alias, made if the program gave none. */
    protected final String nameOf(FromItem item) {
        String known = names.get(item);
        if (known == null) {
            known = makeName(item);
            names.put(item, known);
        }
        return known;
    }

    private String makeName(FromItem item) {
        if (item instanceof Cte cte) {
            return cte.name();
        }
        if (item instanceof RowValues values) {
            return values.name();
        }
        if (item instanceof TableFunction function) {
            return function.name();
        }
        if (item instanceof TableAlias alias) {
            if (alias.name() != null) {
                return alias.name();
            }
            String base = alias.element() instanceof Table table ? table.name() : "anon";
            return base + "_" + counters.merge(base, 1, Integer::sum);
        }
        throw new CompileException(
                "ALU-0133",
                "a column can't be named by a join; where: " + item.label()
                        + "; what to do: use the columns of its tables");
    }

    @Override
    public void visitTableAlias(TableAlias alias) {
        if (alias.element() instanceof QueryExpression query) {
            if (alias.isLateral()) {
                if (!dialect.supports(Capability.LATERAL)) {
                    throw unsupported("LATERAL");
                }
                out.append("LATERAL ");
            }
            out.append('(');
            subquery(query, alias.isLateral());
            out.append(')');
        } else if (alias.element() instanceof Join join) {
            out.append('(');
            join.accept(this);
            out.append(')');
        } else if (alias.element() instanceof FromItem item) {
            aliased(item);
        }
        out.append(aliasKeyword()).append(dialect.identifiers().quote(nameOf(alias)));
    }

    private void aliased(FromItem item) {
        if (item instanceof Cte cte) {
            out.append(dialect.identifiers().quote(cte.name()));
        } else if (item instanceof TableAlias inner) {
            aliased((FromItem) inner.element());
        } else {
            item.accept(this);
        }
    }

    /** What stands between a table and its alias. */
    protected String aliasKeyword() {
        return " AS ";
    }

    /** Compiles a query that stands in FROM or WITH: its columns have names, and it sees nothing around it. */
    protected final void subquery(QueryExpression query, boolean seesOuter) {
        Place before = place;
        Scope outer = scope;
        place = Place.FROM;
        lateral = seesOuter;
        if (!seesOuter) {
            scope = null;
        }
        query.accept(this);
        lateral = false;
        scope = outer;
        place = before;
    }

    /** Compiles a query that gives the rows of an insert. */
    protected final void insertedQuery(QueryExpression query) {
        Place before = place;
        place = Place.MEMBER;
        query.accept(this);
        place = before;
    }

    @Override
    public void visitJoin(Join join) {
        join.left().accept(this);
        out.append(joinKeyword(join.kind()));
        boolean nested = join.right() instanceof Join;
        out.append(nested ? "(" : "");
        join.right().accept(this);
        out.append(nested ? ")" : "");
        if (join.on() != null) {
            out.append(" ON ");
            criterion(join.on(), Operator.CRITERION);
        }
    }

    /** The words between the sides of a join. */
    protected String joinKeyword(Join.Kind kind) {
        return switch (kind) {
            case INNER -> " JOIN ";
            case LEFT -> " LEFT OUTER JOIN ";
            case CROSS -> " CROSS JOIN ";
            case FULL -> {
                if (!dialect.supports(Capability.FULL_JOIN)) {
                    throw unsupported("FULL OUTER JOIN");
                }
                yield " FULL OUTER JOIN ";
            }
        };
    }

    @Override
    public void visitCte(Cte cte) {
        out.append(dialect.identifiers().quote(cte.name()));
    }

    @Override
    public void visitRowValues(RowValues values) {
        out.append("(VALUES ");
        for (int i = 0; i < values.rows().size(); i++) {
            out.append(i == 0 ? "(" : ", (");
            List<Expr<?>> row = values.rows().get(i);
            for (int c = 0; c < row.size(); c++) {
                out.append(c == 0 ? "" : ", ");
                rowValue(row.get(c), values.columns().get(c), i == 0);
            }
            out.append(')');
        }
        out.append(") AS ").append(dialect.identifiers().quote(values.name()));
        columnNames(values);
    }

    /** Writes a value of a row; the first row says the types where the database needs that. */
    protected void rowValue(Expr<?> value, Column<?> column, boolean first) {
        operand(value, Operator.NONE, column);
    }

    @Override
    public void visitTableFunction(TableFunction function) {
        out.append(function.function()).append('(');
        list(function.arguments());
        out.append(')');
        if (function.withOrdinality()) {
            out.append(" WITH ORDINALITY");
        }
        out.append(" AS ").append(dialect.identifiers().quote(function.name()));
        columnNames(function);
    }

    private void columnNames(FromItem item) {
        for (int i = 0; i < item.columns().size(); i++) {
            out.append(i == 0 ? " (" : ", ")
                    .append(dialect.identifiers().quote(item.columns().get(i).name()));
        }
        out.append(')');
    }

    // ---- WITH

    /** The words that begin common table expressions. */
    protected String withKeyword(boolean recursive) {
        return recursive ? "WITH RECURSIVE " : "WITH ";
    }

    /** Writes the common table expressions of a whole statement, each after those it uses. */
    protected final void with(List<Cte> ctes) {
        if (ctes.isEmpty()) {
            return;
        }
        if (!dialect.supports(Capability.CTE)) {
            throw unsupported("common table expressions");
        }
        boolean recursive = ctes.stream().anyMatch(Cte::isRecursive);
        out.append(withKeyword(recursive));
        for (int i = 0; i < ctes.size(); i++) {
            Cte cte = ctes.get(i);
            out.append(i == 0 ? "" : ", ").append(dialect.identifiers().quote(cte.name()));
            if (cte.isRecursive()) {
                columnNames(cte);
            }
            out.append(" AS (");
            subquery(cte.query(), false);
            out.append(')');
        }
        out.append(' ');
    }
}
