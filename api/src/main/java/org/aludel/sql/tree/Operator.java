package org.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * An operator: its text in standard SQL and how strongly it binds.
 *
 * @param sql text
 * @param precedence binds more strongly when greater
 * @param chains whether {@code a op (b op c)} needs no parentheses
 * @since 0.1
 */
public record Operator(String sql, int precedence, boolean chains) {

    public static final Operator EQ = new Operator("=", 5, true);
    public static final Operator NE = new Operator("!=", 5, true);
    public static final Operator LT = new Operator("<", 5, false);
    public static final Operator LE = new Operator("<=", 5, false);
    public static final Operator GT = new Operator(">", 5, false);
    public static final Operator GE = new Operator(">=", 5, false);
    public static final Operator IS = new Operator("IS", 5, false);
    public static final Operator IN = new Operator("IN", 5, false);
    public static final Operator LIKE = new Operator("LIKE", 5, false);
    public static final Operator BETWEEN = new Operator("BETWEEN", 5, false);
    public static final Operator IS_DISTINCT_FROM = new Operator("IS DISTINCT FROM", 5, false);
    public static final Operator IS_NOT_DISTINCT_FROM = new Operator("IS NOT DISTINCT FROM", 5, false);
    public static final Operator AND = new Operator("AND", 3, true);
    public static final Operator OR = new Operator("OR", 2, true);
    public static final Operator NOT = new Operator("NOT", 5, false);
    public static final Operator ADD = new Operator("+", 7, true);
    public static final Operator SUBTRACT = new Operator("-", 7, false);
    public static final Operator MULTIPLY = new Operator("*", 8, true);
    public static final Operator DIVIDE = new Operator("/", 8, false);
    public static final Operator MODULO = new Operator("%", 8, false);
    public static final Operator CONCAT = new Operator("||", 6, true);
    public static final Operator NEGATE = new Operator("-", 8, false);
    public static final Operator DISTINCT = new Operator("DISTINCT", 5, false);
    public static final Operator COLLATE = new Operator("COLLATE", 4, false);
    public static final Operator FILTER = new Operator("FILTER", 6, false);

    /** Weakest: what stands in a list or between parentheses anyway. */
    public static final Operator NONE = new Operator("", -100, false);

    /** An operator of the program's own, which binds most weakly of all. */
    public static Operator custom(String sql) {
        return new Operator(sql, 0, false);
    }

    /** Whether an operand with this operator needs parentheses under the given one. */
    public boolean needsParenthesesUnder(Operator outer) {
        if (outer == NONE || equals(outer) && chains) {
            return false;
        }
        return precedence <= outer.precedence;
    }

    /** The comparison that is true when this one is false; null if there is none. */
    public @Nullable Operator negated() {
        return switch (sql) {
            case "=" -> NE;
            case "!=" -> EQ;
            case "<" -> GE;
            case "<=" -> GT;
            case ">" -> LE;
            case ">=" -> LT;
            case "IS DISTINCT FROM" -> IS_NOT_DISTINCT_FROM;
            case "IS NOT DISTINCT FROM" -> IS_DISTINCT_FROM;
            default -> null;
        };
    }
}
