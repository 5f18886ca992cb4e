package org.aludel.itests.corpus;

import java.util.List;
import java.util.Objects;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.SimpleCase;
import org.jspecify.annotations.Nullable;

/** CASE from its parts. */
final class CaseWords {

    private CaseWords() {}

    @SuppressWarnings("unchecked")
    static Object of(@Nullable Expr<?> operand, List<? extends @Nullable Object> whens, Args arguments) {
        if (operand != null) {
            return simple((Expr<Object>) operand, whens, arguments);
        }
        Case<Object> searched = null;
        for (Object when : whens) {
            List<?> pair = (List<?>) Objects.requireNonNull(when);
            Expr<Boolean> condition = Convert.condition(pair.get(0));
            Object result = pair.get(1);
            boolean sql = Convert.isSql(result);
            Expr<Object> expression = sql ? (Expr<Object>) Convert.expr(result) : null;
            if (searched == null) {
                searched = expression != null ? Sql.case_(condition, expression) : Sql.case_(condition, result);
            } else {
                searched = expression != null ? searched.when(condition, expression) : searched.when(condition, result);
            }
        }
        Case<Object> known = Objects.requireNonNull(searched);
        Object otherwise = arguments.named("else_");
        if (!arguments.has("else_")) {
            return known;
        }
        return Convert.isSql(otherwise)
                ? known.otherwise((Expr<Object>) Convert.expr(otherwise))
                : known.otherwise(otherwise);
    }

    @SuppressWarnings("unchecked")
    private static Object simple(Expr<Object> operand, List<? extends @Nullable Object> whens, Args arguments) {
        SimpleCase<Object, Object> made = null;
        for (Object when : whens) {
            List<?> pair = (List<?>) Objects.requireNonNull(when);
            Object value = Objects.requireNonNull(pair.get(0));
            Object result = pair.get(1);
            if (Convert.isSql(result)) {
                Expr<Object> expression = (Expr<Object>) Convert.expr(result);
                made = made == null ? Sql.caseOf(operand).when(value, expression) : made.when(value, expression);
            } else {
                made = made == null
                        ? Sql.caseOf(operand).when(value, Objects.requireNonNull(result))
                        : made.when(value, result);
            }
        }
        SimpleCase<Object, Object> known = Objects.requireNonNull(made);
        Object otherwise = arguments.named("else_");
        if (!arguments.has("else_")) {
            return known.end();
        }
        return Convert.isSql(otherwise)
                ? known.otherwise((Expr<Object>) Convert.expr(otherwise))
                : known.otherwise(otherwise);
    }
}
