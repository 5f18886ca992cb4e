package org.aludel.core.compiler;

import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.tree.ArrayElement;
import org.aludel.sql.tree.ArraySlice;
import org.aludel.sql.tree.Between;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Collate;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Filtered;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Unary;

/**
 * The operator that an expression shows outside; what shows none never needs parentheses.
 */
final class Precedence {

    private static final Operator ATOM = new Operator("", 1000, false);

    private Precedence() {}

    static Operator of(Expr<?> expression) {
        if (expression instanceof Column<?> || expression instanceof BindParameter<?>) {
            return ATOM; // first, as most are: a program that starts need not load the others
        }
        if (expression instanceof Comparison comparison) {
            return comparison.operator();
        }
        if (expression instanceof Binary<?> binary) {
            return binary.operator();
        }
        if (expression instanceof Junction junction) {
            return junction.members().size() == 1 ? ATOM : junction.operator();
        }
        if (expression instanceof Not) {
            return Operator.NOT;
        }
        if (expression instanceof NullTest) {
            return Operator.IS;
        }
        if (expression instanceof InList in) {
            return in.values() == null ? Operator.EQ : Operator.IN;
        }
        if (expression instanceof InExpressions || expression instanceof InQuery) {
            return Operator.IN;
        }
        if (expression instanceof Between) {
            return Operator.BETWEEN;
        }
        if (expression instanceof Like like) {
            return like.kind() == Like.Kind.PATTERN ? Operator.LIKE : Operator.WEAKEST;
        }
        if (expression instanceof Unary<?> unary) {
            return unary.operator();
        }
        if (expression instanceof Collate<?>) {
            return Operator.COLLATE;
        }
        if (expression instanceof CustomCondition condition) {
            return condition.operator();
        }
        if (expression instanceof Label<?> label) {
            return of(label.expression());
        }
        if (expression instanceof TypeCoerce<?> coerce) {
            return of(coerce.operand());
        }
        return ofOthers(expression);
    }

    private static Operator ofOthers(Expr<?> expression) {
        if (expression instanceof Exists exists) {
            return exists.negated() ? Operator.NOT : Operator.EXISTS;
        }
        if (expression instanceof Match) {
            return Operator.MATCH;
        }
        if (expression instanceof Regexp) {
            return Operator.REGEXP;
        }
        if (expression instanceof JsonItem<?> item) {
            return item.operator();
        }
        if (expression instanceof ArrayElement<?> || expression instanceof ArraySlice<?>) {
            return Operator.ELEMENT;
        }
        if (expression instanceof CustomNode custom) {
            Operator shown = custom.operator();
            return shown == null ? ATOM : shown;
        }
        return expression instanceof Filtered<?> ? Operator.FILTER : ATOM;
    }
}
