package org.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * An operator: its text in standard SQL and how strongly it binds.
 *
 * @param sql text
 * @param precedence binds more strongly when greater
 * @param chains whether {@code a op (b op c)} needs no parentheses
 * @param eager whether PostgreSQL's grammar asks for parentheses wherever it is an operand, as with {@code ->}
 * @since 0.1
 */
public record Operator(String sql, int precedence, boolean chains, boolean eager) {

    public static final Operator EQ = new Operator("=", 5, false);
    public static final Operator NE = new Operator("!=", 5, false);
    public static final Operator LT = new Operator("<", 5, false);
    public static final Operator LE = new Operator("<=", 5, false);
    public static final Operator GT = new Operator(">", 5, false);
    public static final Operator GE = new Operator(">=", 5, false);
    public static final Operator IS = new Operator("IS", 5, false);
    public static final Operator IS_NOT = new Operator("IS NOT", 5, false);
    public static final Operator IN = new Operator("IN", 5, false);
    public static final Operator LIKE = new Operator("LIKE", 5, false);
    public static final Operator MATCH = new Operator("MATCH", 5, false);
    public static final Operator REGEXP = new Operator("REGEXP", 5, false);
    public static final Operator BETWEEN = new Operator("BETWEEN", 5, false);
    public static final Operator IS_DISTINCT_FROM = new Operator("IS DISTINCT FROM", 5, false);
    public static final Operator IS_NOT_DISTINCT_FROM = new Operator("IS NOT DISTINCT FROM", 5, false);
    public static final Operator AND = new Operator("AND", 3, true);
    public static final Operator OR = new Operator("OR", 2, true);
    public static final Operator NOT = new Operator("NOT", 5, false);
    public static final Operator EXISTS = new Operator("EXISTS", 0, false);
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

    /** An element of an array. */
    public static final Operator ELEMENT = new Operator("[]", 15, true);

    /** A member of a JSON document by its key or number. */
    public static final Operator JSON_ITEM = new Operator("->", 15, true, true);

    /** A part of a JSON document by its path. */
    public static final Operator JSON_PATH = new Operator("#>", 15, true, true);

    /** The direction in ORDER BY. */
    public static final Operator ORDER = new Operator("DESC", 3, false);

    /** Between the arguments of a function. */
    public static final Operator COMMA = new Operator(",", -1, false);

    /** Round a condition that stands alone. */
    public static final Operator CRITERION = new Operator("", -10, false);

    /** Strongest: anything with an operator stands in parentheses. */
    public static final Operator STRONGEST = new Operator("", 100, false);

    /** Weakest of all operands: it stands in parentheses under anything. */
    public static final Operator WEAKEST = new Operator("", -99, false);

    /** Under which nothing needs parentheses: what stands in a list or between parentheses anyway. */
    public static final Operator NONE = new Operator("", -100, false);

    public Operator(String sql, int precedence, boolean chains) {
        this(sql, precedence, chains, false);
    }

    /** An operator of the program's own, which binds most weakly of all. */
    public static Operator custom(String sql) {
        return new Operator(sql, 0, false);
    }

    /** An operator of the program's own; comparisons have a precedence of 5, {@code +} of 7, {@code *} of 8. */
    public static Operator custom(String sql, int precedence) {
        return new Operator(sql, precedence, false);
    }

    /** Whether an operand with this operator needs parentheses under the given one. */
    public boolean needsParenthesesUnder(Operator outer) {
        if (outer == NONE || chains && equals(outer)) {
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
            case "IS" -> IS_NOT;
            case "IS NOT" -> IS;
            case "IS DISTINCT FROM" -> IS_NOT_DISTINCT_FROM;
            case "IS NOT DISTINCT FROM" -> IS_DISTINCT_FROM;
            default -> null;
        };
    }

    /** The comparison with its sides exchanged. */
    public Operator reversed() {
        return switch (sql) {
            case "<" -> GT;
            case "<=" -> GE;
            case ">" -> LT;
            case ">=" -> LE;
            default -> this;
        };
    }

    // These two by hand: those that a record is given are made at run time, by the first one to ask.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Operator operator
                && sql.equals(operator.sql)
                && precedence == operator.precedence
                && chains == operator.chains
                && eager == operator.eager;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * sql.hashCode() + precedence) + Boolean.hashCode(chains)) + Boolean.hashCode(eager);
    }
}
