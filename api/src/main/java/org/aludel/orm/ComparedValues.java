package org.aludel.orm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** What a condition says about the value of one attribute. */
final class ComparedValues {

    private ComparedValues() {}

    /** The values of which one must be there for the condition to hold; empty if the condition does not say. */
    @SuppressWarnings("unchecked") // an attribute is compared with values of its type only
    static <V> Set<V> of(@Nullable Expr<Boolean> condition, Attribute<?, V> attribute) {
        Set<Object> found = null;
        for (Expr<Boolean> each : joined(condition)) {
            Set<Object> values = valuesIn(each, attribute);
            if (values == null) {
                continue;
            }
            if (found == null) {
                found = values;
            } else {
                found.retainAll(values);
            }
        }
        return found == null ? Set.of() : (Set<V>) found;
    }

    private static List<Expr<Boolean>> joined(@Nullable Expr<Boolean> condition) {
        if (condition == null) {
            return List.of();
        }
        return condition instanceof Junction junction && junction.operator().equals(Operator.AND)
                ? junction.members()
                : List.of(condition);
    }

    private static @Nullable Set<Object> valuesIn(Expr<Boolean> condition, Attribute<?, ?> attribute) {
        if (condition instanceof Comparison comparison && comparison.operator().equals(Operator.EQ)) {
            Object value = comparison.left().equals(attribute)
                    ? given(comparison.right())
                    : comparison.right().equals(attribute) ? given(comparison.left()) : null;
            return value == null ? null : new LinkedHashSet<>(List.of(value));
        }
        if (condition instanceof InList list
                && !list.negated()
                && list.operand().equals(attribute)) {
            BindParameter<?> values = list.values();
            return values != null && values.value() instanceof Collection<?> all ? new LinkedHashSet<>(all) : null;
        }
        return null;
    }

    private static @Nullable Object given(Expr<?> expression) {
        return expression instanceof BindParameter<?> parameter ? parameter.value() : null;
    }
}
