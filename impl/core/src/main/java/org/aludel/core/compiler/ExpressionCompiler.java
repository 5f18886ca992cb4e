package org.aludel.core.compiler;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.aludel.sql.QuotedName;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.tree.ArrayElement;
import org.aludel.sql.tree.ArraySlice;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Extract;
import org.aludel.sql.tree.Filtered;
import org.aludel.sql.tree.Frame;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.OrderedArgument;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Quantified;
import org.aludel.sql.tree.QuantifiedArray;
import org.aludel.sql.tree.ScalarQuery;
import org.aludel.sql.tree.Tuple;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.WithinGroup;

/**
 * Compiles what is an expression without being an operator: functions, CASE, casts, subqueries, parts of arrays and of
 * JSON documents, orders.
 */
public abstract class ExpressionCompiler extends TextCompiler {

    private static final Set<String> SUBTOTALS = Set.of("ROLLUP", "CUBE", "GROUPING SETS");

    protected ExpressionCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- subqueries

    @Override
    public void visitExists(Exists exists) {
        out.append(exists.negated() ? "NOT (EXISTS (" : "EXISTS (");
        write(exists.query());
        out.append(exists.negated() ? "))" : ")");
    }

    @Override
    public void visitScalarQuery(ScalarQuery<?> query) {
        out.append('(');
        write(query.query());
        out.append(')');
    }

    @Override
    public void visitQuantified(Quantified<?> quantified) {
        out.append(quantified.quantifier()).append(" (");
        write(quantified.query());
        out.append(')');
    }

    @Override
    public void visitTuple(Tuple tuple) {
        out.append('(');
        arguments(tuple.members());
        out.append(')');
    }

    @Override
    public void visitQuantifiedArray(QuantifiedArray<?> quantified) {
        requireArrays();
        out.append(quantified.quantifier()).append(" (");
        write(quantified.array());
        out.append(')');
    }

    // ---- parts of arrays and documents

    @Override
    public void visitArrayElement(ArrayElement<?> element) {
        requireArrays();
        array(element.array());
        out.append('[');
        write(element.index());
        out.append(']');
    }

    @Override
    public void visitArraySlice(ArraySlice<?> slice) {
        requireArrays();
        array(slice.array());
        out.append('[');
        write(slice.from());
        out.append(':');
        write(slice.to());
        out.append(']');
    }

    private void array(Expr<?> array) {
        Expr<?> resolved = resolved(array);
        if (resolved instanceof Func<?> || resolved instanceof CustomNode) {
            out.append('(');
            write(resolved);
            out.append(')');
        } else {
            operand(resolved, Operator.ELEMENT, null);
        }
    }

    private void requireArrays() {
        if (!writes(Capability.ARRAYS)) {
            throw unsupported("arrays");
        }
    }

    @Override
    public void visitJsonItem(JsonItem<?> item) {
        throw unsupported("an item of a JSON document");
    }

    // ---- CASE and casts

    @Override
    public void visitCase(Case<?> choice) {
        out.append("CASE ");
        Expr<?> subject = choice.subject();
        if (subject != null) {
            write(subject);
            out.append(' ');
        }
        for (Case.Branch branch : choice.branches()) {
            out.append("WHEN ");
            operand(branch.condition(), Operator.STRONGEST, subject);
            out.append(" THEN ");
            operand(branch.result(), Operator.NONE, choice);
            out.append(' ');
        }
        if (choice.fallback() != null) {
            out.append("ELSE ");
            operand(choice.fallback(), Operator.NONE, choice);
            out.append(' ');
        }
        out.append("END");
    }

    @Override
    public void visitCast(Cast<?> cast) {
        String name = dialect.castTypeName(cast.type());
        if (name == null) {
            operand(cast.operand(), Operator.STRONGEST, cast);
        } else {
            castAs(cast, name);
        }
    }

    /** Writes a cast to a type by its name. */
    protected final void castAs(Cast<?> cast, String type) {
        out.append("CAST(");
        operand(cast.operand(), Operator.NONE, cast);
        out.append(" AS ").append(type).append(')');
    }

    @Override
    public void visitTypeCoerce(TypeCoerce<?> coerce) {
        operand(coerce.operand(), Operator.NONE, coerce);
    }

    @Override
    public void visitExtract(Extract extract) {
        out.append("EXTRACT(").append(extract.field()).append(" FROM ");
        write(extract.operand());
        out.append(')');
    }

    @Override
    public void visitCollate(Collate<?> collate) {
        operand(collate.operand(), Operator.COLLATE, null);
        out.append(" COLLATE ").append(dialect.identifiers().quote(collate.collation()));
    }

    // ---- functions

    @Override
    public void visitFunction(Func<?> function) {
        String name = functionName(function);
        if (SUBTOTALS.contains(name) && compilation.isExecuted() && !groupsBy(name)) {
            throw unsupported(name, "unite selects that are grouped by one set of columns each");
        }
        out.append(name);
        if (!function.arguments().isEmpty() || !isKeyword(name) && emptyArguments(name)) {
            out.append('(');
            arguments(function.arguments());
            out.append(')');
        }
    }

    @Override
    public void visitFiltered(Filtered<?> filtered) {
        if (!writes(Capability.AGGREGATE_FILTER)) {
            throw unsupported(
                    "FILTER of an aggregate function",
                    "aggregate case_(condition, value), which leaves out the rows without value");
        }
        write(filtered.function());
        if (!filtered.conditions().isEmpty()) {
            out.append(" FILTER (WHERE ");
            criteria(filtered.conditions());
            out.append(')');
        }
    }

    @Override
    public void visitWithinGroup(WithinGroup<?> group) {
        write(group.function());
        out.append(" WITHIN GROUP (ORDER BY ");
        orders(group.orderBy());
        out.append(')');
    }

    @Override
    public void visitOrderedArgument(OrderedArgument<?> argument) {
        write(argument.argument());
        out.append(" ORDER BY ");
        orders(argument.orderBy());
    }

    private void orders(List<Ordering> orders) {
        for (int i = 0; i < orders.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            ordered(orders.get(i));
        }
    }

    /** Whether a function without arguments is written with parentheses. */
    protected boolean emptyArguments(String name) {
        return true;
    }

    /**
     * Whether the database groups by several sets of columns at once.
     *
     * @param word ROLLUP, CUBE or GROUPING SETS
     */
    protected boolean groupsBy(String word) {
        return true;
    }

    /** The name of a function here. */
    protected String functionName(Func<?> function) {
        String upper = function.name().toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "NOW" -> "CURRENT_TIMESTAMP";
            case "CUBE", "ROLLUP" -> upper;
            case "GROUPING_SETS" -> "GROUPING SETS";
            case "COALESCE", "COUNT", "MAX", "MIN", "SUM", "CHAR_LENGTH", "CONCAT", "RANDOM" ->
                function.name().toLowerCase(Locale.ROOT);
            default -> isKeyword(upper) ? upper : spelled(function.name());
        };
    }

    /** The name of a function, perhaps in a package; quoted where it could not be read otherwise, reserved or not. */
    private String spelled(String name) {
        boolean plain = true;
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.');
        }
        if (plain) {
            return name;
        }
        Boolean asked = QuotedName.quoted(name);
        StringBuilder quoted = new StringBuilder();
        for (String part : QuotedName.text(name).split("\\.")) {
            String one = asked == null ? part : QuotedName.of(part, asked);
            quoted.append(quoted.isEmpty() ? "" : ".")
                    .append(dialect.identifiers().quote(one));
        }
        return quoted.toString();
    }

    private static boolean isKeyword(String name) {
        return switch (name) {
            case "CURRENT_TIMESTAMP",
                    "CURRENT_DATE",
                    "CURRENT_TIME",
                    "LOCALTIME",
                    "LOCALTIMESTAMP",
                    "CURRENT_USER",
                    "SESSION_USER" -> true;
            default -> false;
        };
    }

    @Override
    public void visitOver(Over<?> over) {
        if (!dialect.supports(Capability.WINDOW_FUNCTIONS)) {
            throw unsupported("window functions", "use a scalar subquery that aggregates the rows of the window");
        }
        write(over.function());
        out.append(" OVER (");
        String gap = "";
        if (!over.partitionBy().isEmpty()) {
            out.append("PARTITION BY ");
            list(over.partitionBy());
            gap = " ";
        }
        if (!over.orderBy().isEmpty()) {
            out.append(gap).append("ORDER BY ");
            orders(over.orderBy());
            gap = " ";
        }
        Frame frame = over.frame();
        if (frame != null) {
            out.append(gap).append(frame.unit()).append(" BETWEEN ");
            bound(frame.from());
            out.append(" AND ");
            bound(frame.to());
        }
        out.append(')');
    }

    private void bound(Frame.Bound bound) {
        if (bound.distance() != null) {
            write(bound.distance());
            out.append(' ');
        }
        out.append(bound.side().sql());
    }

    /** Writes the arguments of a function. */
    protected final void arguments(List<? extends Expr<?>> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            Expr<?> argument = arguments.get(i);
            if (argument instanceof BindParameter<?>) {
                write(argument);
            } else {
                operand(argument, Operator.COMMA, null);
            }
        }
    }

    @Override
    public void visitLabel(Label<?> label) {
        write(label.expression());
    }

    // ---- orders

    @Override
    public void visitOrder(Order order) {
        orderOperand(order);
        direction(order);
        if (order.nulls() != Order.Nulls.DEFAULT) {
            out.append(order.nulls() == Order.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    /** Writes what an order is by. */
    protected final void orderOperand(Order order) {
        Expr<?> expression = order.expression();
        boolean parentheses = !(expression instanceof Label<?>)
                && Precedence.of(resolved(expression))
                        .needsParenthesesUnder(
                                order.direction() == Order.Direction.DEFAULT ? Operator.STRONGEST : Operator.ORDER);
        out.append(parentheses ? "(" : "");
        ordered(expression);
        out.append(parentheses ? ")" : "");
    }

    /** Writes the direction of an order, if it was said. */
    protected final void direction(Order order) {
        switch (order.direction()) {
            case ASC -> out.append(" ASC");
            case DESC -> out.append(" DESC");
            case DEFAULT -> {}
        }
    }

    /** Writes what rows are ordered by. */
    protected void ordered(Ordering ordering) {
        write(ordering);
    }

    @Override
    public void visitNextValue(NextValue next) {
        if (!dialect.supports(Capability.SEQUENCES)) {
            throw unsupported("the sequence " + next.sequence().name());
        }
        out.append("NEXT VALUE FOR ")
                .append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()));
    }
}
