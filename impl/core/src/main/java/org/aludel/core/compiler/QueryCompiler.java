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
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableHint;
import org.aludel.sql.Text;
import org.aludel.sql.TextQuery;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.LabelReference;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Unary;
import org.aludel.sql.tree.Verbatim;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Compiles queries.
 */
public abstract class QueryCompiler extends LimitCompiler {

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

    private final FromCollector collector;
    private @Nullable Scope scope;
    private Place place;
    private boolean topMembers;
    private boolean lateral;
    private boolean inColumns;

    protected QueryCompiler(Compilation compilation) {
        super(compilation);
        this.collector = new FromCollector(this::resolved);
        this.place = compilation.statement() instanceof QueryExpression ? Place.TOP : Place.EXPRESSION;
    }

    // ---- select

    @Override
    public void visitSelect(Select given) {
        Place here = place;
        Scope outer = scope;
        boolean free = here == Place.FROM && !lateral;
        Select asked = here == Place.TOP ? DefaultOrder.of(given, () -> froms(given, free), dialect) : given;
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
            String label = label(output);
            String name = source instanceof Column<?> column && column.name().equals(label) ? column.key() : label;
            // what is only printed needs no readers, and may have types that no reader knows
            boolean printed = compilation.parameterNames == null;
            columns[i] =
                    new ResultColumn(name, label, type, type == null || printed ? null : dialect.handler(type), source);
        }
        return columns;
    }

    /** The name of a column of the result, as SQL has it. */
    private String label(OutputColumn output) {
        if (output.label() != null) {
            return names().of(output.label());
        }
        return output.expression() instanceof Column<?> column ? names().of(column) : output.name();
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

    // ---- groups and order

    private void groupBy(List<? extends Expr<?>> expressions) {
        if (!expressions.isEmpty()) {
            out.append(" GROUP BY ");
            grouped(expressions);
        }
    }

    /** Writes what rows are grouped by, or distinct in. */
    protected final void grouped(List<? extends Expr<?>> expressions) {
        for (int i = 0; i < expressions.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            Expr<?> expression = expressions.get(i);
            boolean named = expression instanceof LabelReference && !groupsByLabel();
            operand(named ? labelled((LabelReference) expression) : expression, Operator.NONE, null);
        }
    }

    /** Whether GROUP BY knows the labels of the list; the expressions that they name are written otherwise. */
    protected boolean groupsByLabel() {
        return true;
    }

    private Expr<?> labelled(LabelReference reference) {
        for (OutputColumn output : scope == null ? List.<OutputColumn>of() : scope.outputs()) {
            if (output.name().equals(reference.name())) {
                return output.expression() instanceof Label<?> label ? label.expression() : output.expression();
            }
        }
        return reference;
    }

    /** Writes ORDER BY of a select. */
    protected void orderByClause(Select select, Place place) {
        orderBy(select.orderBy());
    }

    /** Writes ORDER BY and what follows. */
    protected final void orderBy(List<Ordering> orderBy) {
        for (int i = 0; i < orderBy.size(); i++) {
            out.append(i == 0 ? " ORDER BY " : ", ");
            ordered(orderBy.get(i));
        }
    }

    /** Whether ORDER BY may name the labels of a select. */
    protected boolean ordersByLabel() {
        return true;
    }

    @Override
    protected void ordered(Ordering ordering) {
        if (ordering instanceof Label<?> label && scope != null && !inColumns && ordersByLabel()) {
            for (OutputColumn output : scope.outputs()) {
                if (output.expression() == label || output.expression().equals(label)) {
                    out.append(dialect.identifiers().quote(label(output)));
                    return;
                }
            }
        }
        if (ordering instanceof Expr<?> expression) {
            operand(expression, Operator.NONE, null);
        } else {
            write(ordering);
        }
    }

    @Override
    public void visitLabelReference(LabelReference reference) {
        Scope here = scope;
        Object found = here == null ? null : named(here, reference.name());
        if (found == null) {
            throw new CompileException(
                    "ALU-0168",
                    "no column of the select has this label, and no column of its tables this name; where: "
                            + reference.name() + "; what to do: use a label of the list, or text(...) for SQL");
        }
        if (found instanceof Column<?> column) {
            write(column);
        } else {
            out.append(dialect.identifiers().quote((String) found));
        }
    }

    /** What a name in ORDER BY stands for: a column, or the text of a label. */
    private @Nullable Object named(Scope here, String name) {
        List<OutputColumn> outputs = inColumns ? List.of() : here.outputs();
        for (OutputColumn output : outputs) {
            if (!(output.expression() instanceof Column<?>) && output.name().equals(name)) {
                return label(output);
            }
        }
        for (OutputColumn output : outputs) {
            if (output.expression() instanceof Column<?> column
                    && (output.name().equals(name)
                                    && (output.required() || here.froms().isEmpty())
                            || column.table() != null
                                    && name.equals(column.table().name() + "_" + column.name()))) {
                return here.froms().isEmpty() ? label(output) : column;
            }
        }
        for (FromItem item : here.froms()) {
            Column<?> column = item.find(name);
            if (column != null) {
                return column;
            }
        }
        for (OutputColumn output : outputs) {
            if (output.name().equals(name)) {
                return label(output);
            }
        }
        return null;
    }

    // ---- limits and locks

    /** Writes the limits that stand at the end of a select. */
    protected void limitClause(Select select, Place place) {
        Fetch fetch = select.fetch();
        if (fetch == null) {
            limit(select.limit(), select.offset(), !select.orderBy().isEmpty());
        } else {
            fetch(fetch, select.offset(), !select.orderBy().isEmpty());
        }
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
        out.append(lockStrength(mode));
        if (!mode.of().isEmpty() && dialect.supports(Capability.FOR_UPDATE_OF)) {
            out.append(" OF ");
            lockedTables(mode.of());
        }
        if (mode.nowait() && dialect.supports(Capability.NOWAIT)) {
            out.append(" NOWAIT");
        }
        if (mode.skipsLocked()) {
            if (!dialect.supports(Capability.SKIP_LOCKED)) {
                throw unsupported("SKIP LOCKED", "use forUpdate(), with nowait() where the database has it");
            }
            out.append(" SKIP LOCKED");
        }
    }

    /** The words for how strong a lock is. */
    protected String lockStrength(LockMode mode) {
        return mode.share() ? sharedLock() : " FOR UPDATE";
    }

    /** The words for a lock that others may share. */
    protected String sharedLock() {
        return " FOR SHARE";
    }

    /** Writes whose rows are locked: tables here, each once. */
    protected void lockedTables(List<Selectable> locked) {
        List<String> written = new ArrayList<>(locked.size());
        for (Selectable one : locked) {
            FromItem item = one instanceof Column<?> column && column.owner() != null
                    ? column.owner()
                    : one instanceof FromItem from ? from : null;
            if (item != null) {
                String name = item instanceof Table table
                        ? dialect.identifiers().quote(table.name())
                        : String.valueOf(qualifier(item));
                if (!written.contains(name)) {
                    written.add(name);
                }
            }
        }
        out.append(String.join(", ", written));
    }

    // ---- compounds

    @Override
    public void visitCompoundSelect(CompoundSelect compound) {
        Place here = place;
        boolean lateralHere = lateral;
        checkSizes(compound);
        Compilation.Mark start = compilation.mark();
        List<?> commonOuter = here == Place.MEMBER ? null : commonTables().enter();
        for (int i = 0; i < compound.members().size(); i++) {
            if (i > 0) {
                out.append(' ').append(compoundKeyword(compound.kind())).append(' ');
            }
            lateral = lateralHere;
            member(compound.members().get(i), here);
        }
        lateral = false;
        Scope outer = scope;
        scope = new Scope(outer, List.of(), compound.outputs());
        place = Place.EXPRESSION;
        withBareColumns(() -> {
            groupBy(compound.groupBy());
            compoundOrder(compound);
        });
        compoundLimit(compound);
        if (commonOuter != null) {
            commonTables().leave(commonOuter, start);
        }
        if (here == Place.TOP) {
            describe(compound.outputs());
        }
        scope = outer;
        place = here;
    }

    private void checkSizes(CompoundSelect compound) {
        int size = compound.outputs().size();
        for (int i = 1; i < compound.members().size(); i++) {
            int other = compound.members().get(i).outputs().size();
            if (other != size) {
                throw new CompileException(
                        "ALU-0169",
                        "the parts of a compound have different numbers of columns; where: part 1 has " + size
                                + ", part " + (i + 1) + " has " + other
                                + "; what to do: select the same number everywhere");
            }
        }
    }

    /** Writes the limits of a compound. */
    protected void compoundLimit(CompoundSelect compound) {
        Fetch fetch = compound.fetch();
        if (fetch == null) {
            limit(compound.limit(), compound.offset(), !compound.orderBy().isEmpty());
        } else {
            fetch(fetch, compound.offset(), !compound.orderBy().isEmpty());
        }
    }

    /** The words between the parts of a compound. */
    protected String compoundKeyword(CompoundSelect.Kind kind) {
        return kind.sql();
    }

    private void member(QueryExpression member, Place here) {
        boolean parentheses = memberNeedsParentheses(member);
        boolean before = topMembers;
        topMembers = here == Place.TOP || here == Place.MEMBER && topMembers;
        place = here == Place.FROM ? here : Place.MEMBER;
        if (parentheses) {
            openMember();
        }
        write(member);
        if (parentheses) {
            closeMember();
        }
        topMembers = before;
        place = here;
    }

    /** Whether a part of a compound stands in parentheses. */
    protected boolean memberNeedsParentheses(QueryExpression member) {
        return member instanceof CompoundSelect
                || member instanceof Select select
                        && (select.isLimited() || !select.orderBy().isEmpty());
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
            String name = nameIn(outputs, inner);
            if (name == null) {
                ordered(ordering);
            } else if (ordering instanceof Order order) {
                visitOrder(
                        new Order(new Verbatim<>(name, order.expression().type()), order.direction(), order.nulls()));
            } else {
                out.append(name);
            }
        }
    }

    /** Whether the order of a compound tells the numbers of columns instead of their names. */
    protected boolean ordersCompoundsByPosition() {
        return false;
    }

    private @Nullable String nameIn(List<OutputColumn> outputs, Ordering ordering) {
        for (int i = 0; i < outputs.size(); i++) {
            Expr<?> expression = outputs.get(i).expression();
            boolean named = ordering instanceof LabelReference reference
                    && reference.name().equals(outputs.get(i).name());
            if (expression == ordering || expression.equals(ordering) || named) {
                return ordersCompoundsByPosition()
                        ? String.valueOf(i + 1)
                        : dialect.identifiers().quote(label(outputs.get(i)));
            }
        }
        return null;
    }
}
