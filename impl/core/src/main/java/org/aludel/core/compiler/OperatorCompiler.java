package org.aludel.core.compiler;

import java.util.List;
import org.aludel.core.dialect.DialectSettings;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Arithmetic;
import org.aludel.sql.tree.Between;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Grouping;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Over;
import org.aludel.sql.tree.Truth;
import org.aludel.sql.tree.Tuple;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Unary;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.UnknownType;

/**
 * Compiles operators. Parentheses are set where the precedence of operators asks for them.
 */
public abstract class OperatorCompiler extends NodeCompiler {

    protected OperatorCompiler(Compilation compilation) {
        super(compilation);
    }

    // ---- calculations

    @Override
    public void visitBinary(Binary<?> binary) {
        Operator operator = binary.operator();
        if (operator.equals(Operator.ADD)) {
            operator = Arithmetic.operator(operator, foundType(binary.left()), foundType(binary.right()));
        }
        if (operator.equals(Operator.CONCAT)) {
            concatenation(binary);
        } else {
            calculation(operator, binary);
        }
    }

    /** Writes text joined. */
    protected void concatenation(Binary<?> binary) {
        infix(Operator.CONCAT, binary.left(), binary.right());
    }

    /** Writes a calculation. */
    protected void calculation(Operator operator, Binary<?> binary) {
        infix(operator, binary.left(), binary.right());
    }

    @Override
    public void visitUnary(Unary<?> unary) {
        out.append(unary.operator().sql());
        if (Character.isLetter(unary.operator().sql().charAt(0))) {
            out.append(' ');
        }
        operand(unary.operand(), unary.operator(), null);
    }

    @Override
    public void visitGrouping(Grouping<?> grouping) {
        out.append('(');
        write(grouping.operand());
        out.append(')');
    }

    // ---- comparisons

    @Override
    public void visitComparison(Comparison comparison) {
        Operator operator = comparison.operator();
        if (operator.equals(Operator.IS_DISTINCT_FROM) || operator.equals(Operator.IS_NOT_DISTINCT_FROM)) {
            distinctFrom(comparison, operator.equals(Operator.IS_DISTINCT_FROM));
        } else {
            infix(operator, comparison.left(), comparison.right());
        }
    }

    /** Writes a comparison in which two nulls are the same. */
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        infix(comparison.operator(), comparison.left(), comparison.right());
    }

    /** Writes a comparison in which two nulls are the same, for databases without words for it. */
    protected final void distinctByCase(Comparison comparison, boolean distinct) {
        out.append("CASE WHEN ");
        infix(Operator.EQ, comparison.left(), comparison.right());
        out.append(" OR (");
        operand(comparison.left(), Operator.IS, null);
        out.append(" IS NULL AND ");
        operand(comparison.right(), Operator.IS, null);
        out.append(" IS NULL) THEN 0 ELSE 1 END = ").append(distinct ? '1' : '0');
    }

    @Override
    public void visitCustomCondition(CustomCondition condition) {
        infix(condition.operator(), condition.left(), condition.right());
    }

    @Override
    public void visitNullTest(NullTest test) {
        boolean before = beginOperation();
        operand(test.operand(), Operator.IS, null);
        out.append(test.negated() ? " IS NOT NULL" : " IS NULL");
        endOperation(before);
    }

    @Override
    public void visitBetween(Between between) {
        boolean before = beginOperation();
        operand(between.operand(), Operator.BETWEEN, null);
        out.append(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
        if (between.symmetric()) {
            out.append("SYMMETRIC ");
        }
        operand(between.low(), Operator.BETWEEN, between.operand());
        out.append(" AND ");
        operand(between.high(), Operator.BETWEEN, between.operand());
        endOperation(before);
    }

    @Override
    public void visitMatch(Match match) {
        if (match.negated()) {
            out.append("NOT ");
        }
        fullTextSearch(match);
    }

    /** Writes a full text search. */
    protected void fullTextSearch(Match match) {
        infix(Operator.MATCH, match.operand(), match.pattern());
    }

    // ---- truth

    @Override
    public void visitJunction(Junction junction) {
        List<Expr<Boolean>> members = junction.members();
        if (members.isEmpty()) {
            out.append(junction.operator().equals(Operator.AND) ? "1 = 1" : "1 != 1");
            return;
        }
        if (members.size() == 1) {
            criterion(members.get(0), Operator.CRITERION);
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                out.append(' ').append(junction.operator().sql()).append(' ');
            }
            criterion(members.get(i), junction.operator());
        }
    }

    /** Writes conditions that all must hold; TRUE among them is left out, FALSE is all that is left. */
    protected final void criteria(List<? extends Expr<Boolean>> conditions) {
        Expr<Boolean> only = conditions.size() == 1 ? conditions.get(0) : null;
        int others = 0;
        for (int i = 0; only == null && i < conditions.size(); i++) {
            Boolean constant = Junction.constant(conditions.get(i));
            if (constant == null) {
                others++;
            } else if (!constant) {
                only = conditions.get(i);
            }
        }
        if (only != null || others == 0) {
            criterion(only == null ? conditions.get(0) : only, Operator.CRITERION);
            return;
        }
        boolean first = true;
        for (int i = 0; i < conditions.size(); i++) {
            if (Junction.constant(conditions.get(i)) == null) {
                out.append(first ? "" : " AND ");
                criterion(conditions.get(i), others == 1 ? Operator.CRITERION : Operator.AND);
                first = false;
            }
        }
    }

    /**
     * Writes a condition where the database wants one: a value of type boolean is compared with 1 where there are no truth
     * values.
     */
    protected final void criterion(Expr<Boolean> condition, Operator outer) {
        Expr<?> resolved = resolved(condition);
        if (!(resolved instanceof Comparison) && isTruthValue(resolved)) {
            truth(resolved, false);
        } else {
            operand(resolved, outer, null);
        }
    }

    private boolean isTruthValue(Expr<?> expression) {
        if (expression instanceof Label<?> label) {
            return isTruthValue(resolved(label.expression()));
        }
        if (expression instanceof TypeCoerce<?> coerce) {
            return isTruthValue(resolved(coerce.operand()));
        }
        if (expression instanceof Truth truth) {
            return truth.operand() instanceof Constant<?>;
        }
        boolean value = expression instanceof Column<?>
                || expression instanceof BindParameter<?>
                || expression instanceof Constant<?>
                || expression instanceof Case<?>
                || expression instanceof Cast<?>
                || expression instanceof Func<?>
                || expression instanceof Over<?>;
        return value && foundType(expression).family() == TypeFamily.BOOLEAN;
    }

    @Override
    public void visitTruth(Truth truth) {
        if (truth.operand() instanceof Constant<?> constant) {
            out.append(truthWord((constant == Constant.TRUE) != truth.negated()));
        } else {
            truth(resolved(truth.operand()), truth.negated());
        }
    }

    private void truth(Expr<?> value, boolean negated) {
        boolean words =
                value instanceof Condition && !(value instanceof Truth) || dialect.supports(Capability.NATIVE_BOOLEAN);
        if (words && negated) {
            out.append("NOT ");
        }
        write(value);
        if (!words) {
            out.append(negated ? " = 0" : " = 1");
        }
    }

    @Override
    public void visitNot(Not not) {
        out.append("NOT ");
        operand(not.operand(), Operator.NOT, null);
    }

    // ---- IN

    @Override
    public void visitInList(InList in) {
        BindParameter<?> values = in.values();
        if (values == null) {
            emptyIn(in);
            return;
        }
        beginIn(in.operand(), in.negated());
        if (literalValues() && values.value() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(dialect.literal(list.get(i), values.type()));
            }
        } else {
            Type<?> type =
                    values.type() instanceof UnknownType<?> ? typeOf(in.operand(), values.type()) : values.type();
            nameAfter(in.operand());
            compilation.slot(values, type);
            compilation.expansions.add(new Compiled.Expansion(out.length(), Compiled.Expansion.emptyIn(in.negated())));
        }
        endIn(in.negated());
    }

    /** Writes an IN over nothing, by the strategy of the dialect's settings. */
    private void emptyIn(InList in) {
        DialectSettings.EmptyIn strategy = dialect.settings().emptyIn();
        if (strategy == DialectSettings.EmptyIn.STATIC || in.operand() instanceof Tuple) {
            out.append(in.negated() ? "1 = 1" : "1 != 1");
            return;
        }
        if (strategy == DialectSettings.EmptyIn.DYNAMIC_WARN) {
            System.getLogger("org.aludel.sql")
                    .log(System.Logger.Level.WARNING, "An IN over an empty list makes the database read every row");
        }
        infix(in.negated() ? Operator.EQ : Operator.NE, in.operand(), in.operand());
    }

    private void beginIn(Expr<?> operand, boolean negated) {
        if (negated) {
            out.append('(');
        }
        boolean before = beginOperation();
        operand(operand, Operator.IN, null);
        endOperation(before);
        out.append(negated ? " NOT IN (" : " IN (");
    }

    private void endIn(boolean negated) {
        out.append(negated ? "))" : ")");
    }

    @Override
    public void visitInExpressions(InExpressions in) {
        beginIn(in.operand(), in.negated());
        members(in);
        endIn(in.negated());
    }

    /** Writes the members of a list. */
    protected void members(InExpressions in) {
        for (int i = 0; i < in.members().size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            operand(in.members().get(i), Operator.NONE, in.operand());
        }
    }

    /** Writes rows in a list of rows as comparisons of their members, for databases without row values. */
    protected final void tuplesAsConditions(InExpressions in) {
        List<Expr<?>> operands = ((Tuple) in.operand()).members();
        out.append(in.negated() ? "NOT (" : "(");
        for (int i = 0; i < in.members().size(); i++) {
            List<Expr<?>> values = ((Tuple) in.members().get(i)).members();
            out.append(i == 0 ? "" : " OR ");
            for (int c = 0; c < operands.size(); c++) {
                out.append(c == 0 ? "" : " AND ");
                infix(Operator.EQ, operands.get(c), values.get(c));
            }
        }
        out.append(')');
    }

    @Override
    public void visitInQuery(InQuery in) {
        beginIn(in.operand(), in.negated());
        write(in.query());
        endIn(in.negated());
    }
}
