package org.aludel.sql.tree;

import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.types.TypeFamily;

/**
 * The opposite of a condition: its operator turned round where there is an opposite, else NOT.
 */
final class Negation {

    private Negation() {}

    static Condition of(Expr<Boolean> condition) {
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof NullTest test) {
            return new NullTest(test.operand(), !test.negated());
        }
        if (condition instanceof InList in) {
            return new InList(in.operand(), in.values(), !in.negated());
        }
        if (condition instanceof InQuery in) {
            return new InQuery(in.operand(), in.query(), !in.negated());
        }
        if (condition instanceof InExpressions in) {
            return new InExpressions(in.operand(), in.members(), !in.negated());
        }
        if (condition instanceof Between between) {
            return new Between(
                    between.operand(), between.low(), between.high(), !between.negated(), between.symmetric());
        }
        if (condition instanceof Like like) {
            return like.inverse();
        }
        if (condition instanceof Match match) {
            return new Match(match.operand(), match.pattern(), match.config(), !match.negated());
        }
        if (condition instanceof Regexp regexp) {
            return new Regexp(regexp.operand(), regexp.pattern(), regexp.flags(), !regexp.negated());
        }
        return ofOthers(condition);
    }

    private static Condition comparison(Comparison comparison) {
        Operator negated = comparison.operator().negated();
        // not equal to any is something else than not: equal to any
        boolean quantified =
                Expressions.isQuantified(comparison.left()) || Expressions.isQuantified(comparison.right());
        return negated == null || quantified
                ? new Not(comparison)
                : new Comparison(negated, comparison.left(), comparison.right());
    }

    private static Condition ofOthers(Expr<Boolean> condition) {
        if (condition instanceof Exists exists && !exists.negated()) {
            return new Exists(exists.query(), true);
        }
        if (condition instanceof Truth truth) {
            return new Truth(truth.operand(), !truth.negated());
        }
        if (condition instanceof Label<Boolean> label) {
            return of(label.expression());
        }
        if (condition instanceof Junction junction && junction.members().size() == 1) {
            return of(junction.members().get(0));
        }
        if (condition instanceof CustomCondition custom) {
            return Expressions.isQuantified(custom.right()) ? new Not(custom) : new Truth(custom, true);
        }
        boolean truth = !(condition instanceof Condition)
                && !(condition instanceof Unary<?>)
                && !(condition instanceof Grouping<?>)
                && condition.type().family() == TypeFamily.BOOLEAN;
        return truth ? new Truth(condition, true) : new Not(condition);
    }
}
