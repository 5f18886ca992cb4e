package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.errors.CompileException;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.TableHint;
import org.aludel.sql.Text;
import org.aludel.sql.TextQuery;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Unary;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Type;

/** Compiles single selects: columns, FROM and conditions. */
public abstract class SelectCompiler extends OrderCompiler {

    protected SelectCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- select

    @Override
    public void visitSelect(Select given) {
        Place here = place;
        Scope outer = scope;
        boolean free = here == Place.FROM && !lateral;
        Select asked = here == Place.TOP && dialect.settings().flag(DefaultOrder.OPTION, false)
                ? DefaultOrder.of(given, () -> froms(given, free), dialect)
                : given;
        boolean inner = inColumns;
        Select select = rewritten(asked, here);
        List<OutputColumn> outputs = outputs(select, here);
        List<FromItem> froms = froms(select, free);
        scope = new Scope(outer, froms, outputs);
        lateral = false;
        inColumns = false;
        place = Place.EXPRESSION;
        Compilation.Mark start = compilation.mark();
        List<?> commonOuter = here == Place.MEMBER ? null : commonTables().enter();
        if (select.hints().isEmpty()) {
            write(select, here, outputs, froms);
        } else {
            withHints(hints(select), () -> write(select, here, outputs, froms));
        }
        if (commonOuter != null) {
            commonTables().leave(commonOuter, start);
        }
        affixes(select.suffixes(), " ", "");
        if (here == Place.TOP) {
            describe(select == asked ? outputs : outputs(asked, here));
        }
        scope = outer;
        place = here;
        inColumns = inner;
    }

    private void write(Select select, Place here, List<OutputColumn> outputs, List<FromItem> froms) {
        out.append("SELECT ");
        if (!select.hints().isEmpty()) {
            selectHints(select);
        }
        affixes(select.prefixes(), "", " ");
        beforeColumns(select, here);
        inColumns = true;
        selectList(outputs, here == Place.FROM, here == Place.TOP || here == Place.MEMBER && topMembers);
        inColumns = false;
        if (froms.isEmpty()) {
            fromNothing(select);
        } else {
            from(froms);
        }
        conditions(" WHERE ", conditionsOf(select, froms));
        groupBy(select.groupBy());
        conditions(" HAVING ", select.having());
        orderByClause(select, here);
        limitClause(select, here);
        LockMode lock = select.lock();
        if (lock != null) {
            lock(select, lock, froms);
        }
        if (!select.statementHints().isEmpty()) {
            affixes(select.statementHints(), " ", "");
        }
    }

    /**
     * Another select to write instead, where the database says something only by nesting (rows by number for limits); the
     * columns of the result stay those of the select that was asked for.
     */
    protected Select rewritten(Select select, Place place) {
        return select;
    }

    /**
     * What stands in WHERE: the conditions of the select; where joins are written there, theirs besides.
     *
     * @param froms what stands in its FROM
     */
    protected List<Expr<Boolean>> conditionsOf(Select select, List<FromItem> froms) {
        return select.where();
    }

    private Map<FromItem, String> hints(Select select) {
        Map<FromItem, String> hints = new IdentityHashMap<>();
        for (TableHint hint : select.hints()) {
            if (hint.hint().isFor(dialect.name())) {
                String text = hint.hint().text().replace("%(name)s", String.valueOf(qualifier(hint.item())));
                hints.merge(hint.item(), text, (one, other) -> one + " " + other);
            }
        }
        return hints;
    }

    private void selectHints(Select select) {
        for (TableHint hint : select.hints()) {
            if (hint.hint().isFor(dialect.name())) {
                selectHint(hint.hint().text().replace("%(name)s", String.valueOf(qualifier(hint.item()))));
            }
        }
    }

    /** Writes a hint on a table after SELECT, where the database wants it there. */
    protected void selectHint(String hint) {}

    /** Names of the columns: at the top those of the mapped columns, inside those that the statement was built with. */
    private List<OutputColumn> outputs(Select select, Place here) {
        List<Expr<?>> expressions = select.expressions();
        boolean mapped = false;
        for (int i = 0; i < expressions.size(); i++) {
            mapped |= expressions.get(i) instanceof Unresolved<?>;
        }
        if (!mapped || here == Place.FROM) {
            return OutputColumn.of(expressions, select.labelStyle());
        }
        List<Expr<?>> resolved = new ArrayList<>(expressions.size());
        for (Expr<?> expression : expressions) {
            resolved.add(resolved(expression));
        }
        List<OutputColumn> outputs = new ArrayList<>(resolved.size());
        List<OutputColumn> named = OutputColumn.of(resolved, select.labelStyle());
        for (int i = 0; i < named.size(); i++) {
            // rows are asked for what was written in the select, not for what it stands for
            OutputColumn output = named.get(i);
            outputs.add(new OutputColumn(
                    output.name(), expressions.get(i), output.label(), output.required(), output.source()));
        }
        return outputs;
    }

    final void describe(List<OutputColumn> outputs) {
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
            String label = label(output);
            String name = source instanceof Column<?> column && column.name().equals(label) ? column.key() : label;
            // what is only printed needs no readers, and may have types that no reader knows
            boolean printed = compilation.parameterNames == null;
            columns[i] =
                    new ResultColumn(name, label, type, type == null || printed ? null : dialect.handler(type), source);
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
        throw unsupported(
                "DISTINCT ON",
                "choose the rows of a subquery where row_number() over the columns is 1, or group by them");
    }

    /** What stands between SELECT (with its prefixes) and the list: DISTINCT here, TOP or FIRST elsewhere. */
    protected void beforeColumns(Select select, Place place) {
        distinct(select);
    }

    private void selectList(List<OutputColumn> outputs, boolean inFrom, boolean read) {
        for (int i = 0; i < outputs.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            outputColumn(outputs.get(i), inFrom, read);
        }
        if (outputs.isEmpty()) {
            out.setLength(out.length() - 1);
        }
    }

    /**
     * Writes a column of a select or RETURNING, with its name where the name is not its own.
     *
     * @param read whether the program reads it, so that its type may want an expression around it
     */
    protected final void outputColumn(OutputColumn output, boolean inFrom, boolean read) {
        Expr<?> expression = resolved(output.expression());
        Expr<?> written = expression instanceof Label<?> label ? label.expression() : expression;
        Type<?> type = read ? typeOf(written) : null;
        Expr<?> around = type == null ? written : type.columnExpression(written);
        operand(around, Operator.NONE, null);
        if (around != written
                || expression instanceof Label<?>
                || output.required()
                || needsName(expression, output, inFrom)) {
            out.append(" AS ").append(dialect.identifiers().quote(label(output)));
        }
    }

    private boolean needsName(Expr<?> expression, OutputColumn output, boolean inFrom) {
        if (expression instanceof Column<?> column) {
            return column.owner() != null && (inFrom || !names().of(column).equals(label(output)));
        }
        if (expression instanceof Text || expression instanceof Verbatim<?>) {
            return output.expression() != expression && inFrom;
        }
        if (expression instanceof Unary<?> || expression instanceof Not not && !(not.operand() instanceof Column<?>)) {
            return inFrom;
        }
        return true;
    }

    // ---- FROM

    private List<FromItem> froms(Select select, boolean free) {
        List<FromItem> all = fromsOf(select);
        Scope outer = scope;
        if (outer == null) {
            return all;
        }
        List<FromItem> kept = new ArrayList<>(all.size());
        List<FromItem> said = select.correlate();
        boolean automatic = said == null && !free && all.size() > 1;
        for (FromItem item : all) {
            boolean outside;
            if (said == null) {
                outside = automatic && outer.has(item);
            } else {
                boolean wanted = contains(said, item) != select.isCorrelatingAllButSome();
                // a subquery in FROM sees nothing of its neighbours
                outside = wanted && outer.sees(item) && !(free && outer.has(item));
            }
            if (!outside) {
                kept.add(item);
            }
        }
        if (kept.isEmpty() && automatic) {
            throw new CompileException(
                    "ALU-0132",
                    "every table of a subquery belongs to the statement around it; where: "
                            + all.get(0).label() + "; what to do: use an alias inside, or say correlate(...)");
        }
        return kept;
    }

    private static boolean contains(List<FromItem> items, FromItem item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == item) {
                return true;
            }
        }
        return false;
    }

    /** Makes tables visible to subqueries of an UPDATE or DELETE. */
    protected final void withScope(List<FromItem> froms, Runnable work) {
        Scope outer = scope;
        Place before = place;
        scope = new Scope(outer, froms, List.of());
        place = Place.EXPRESSION;
        work.run();
        scope = outer;
        place = before;
    }

    /** The tables that expressions use. */
    protected final List<FromItem> fromsOf(List<? extends Expr<?>> expressions) {
        return collector.collect(List.of(), expressions, List.of());
    }

    /** What a select has in FROM, before correlation. */
    protected final List<FromItem> fromsOf(Select select) {
        return collector.collect(select.columns(), select.where(), select.froms());
    }

    /** Whether the select that is being written stands inside another statement. */
    protected final boolean isSubquery() {
        return scope != null && scope.outer() != null;
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

    /** What a select without tables says, which may depend on what follows. */
    protected void fromNothing(Select select) {
        from(List.of());
    }

    /** What a select without tables says. */
    protected void fromNothing() {}

    /** Writes conditions joined by AND after a keyword, or nothing. */
    protected final void conditions(String keyword, List<? extends Expr<Boolean>> conditions) {
        if (!conditions.isEmpty()) {
            out.append(keyword);
            criteria(conditions);
        }
    }

    @Override
    protected final void subquery(QueryExpression query, boolean seesOuter) {
        Place before = place;
        boolean lateralBefore = lateral;
        place = Place.FROM;
        lateral = seesOuter;
        write(query);
        lateral = lateralBefore;
        place = before;
    }

    /** Compiles a query that gives the rows of an insert. */
    protected final void insertedQuery(QueryExpression query) {
        Place before = place;
        place = Place.MEMBER;
        Compilation.Mark start = compilation.mark();
        write(query);
        if (cteFollowsInsert()) {
            commonTables().insertAt(start);
        }
        place = before;
    }

    @Override
    public void visitTextQuery(TextQuery query) {
        write(query.text());
        if (place == Place.TOP) {
            describe(query.outputs());
        }
    }
}
