package org.aludel.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Constant;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Verbatim;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result: its expression, the name it goes by, and whether the SQL must say the name.
 *
 * @param name unique among the columns of the query
 * @param expression what is selected
 * @param named whether the expression has that name without AS
 * @since 0.1
 */
public record OutputColumn(String name, Expr<?> expression, boolean named) {

    /** Names the columns of a list of a select: columns and labels keep their names, repeated ones are numbered. */
    public static List<OutputColumn> of(List<? extends Expr<?>> expressions) {
        List<OutputColumn> outputs = new ArrayList<>(expressions.size());
        Set<String> taken = new HashSet<>();
        for (Expr<?> expression : expressions) {
            if (expression instanceof Label<?> label) {
                taken.add(label.name());
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Expr<?> expression : expressions) {
            if (expression instanceof Label<?> label) {
                outputs.add(new OutputColumn(label.name(), expression, true));
                continue;
            }
            String own = ownName(expression);
            if (own != null && taken.add(own)) {
                outputs.add(new OutputColumn(
                        own, expression, !(expression instanceof Cast<?> || expression instanceof TypeCoerce<?>)));
                continue;
            }
            String base = own != null ? own : anonymousBase(expression);
            String name;
            do {
                name = base + "_" + counts.merge(base, 1, Integer::sum);
            } while (!taken.add(name));
            outputs.add(new OutputColumn(name, expression, expression instanceof Text));
        }
        return outputs;
    }

    private static @Nullable String ownName(Expr<?> expression) {
        if (expression instanceof Column<?> column) {
            return column.name();
        }
        if (expression instanceof Verbatim<?> verbatim) {
            return verbatim.sql();
        }
        if (expression instanceof Constant<?> constant) {
            return constant.sql();
        }
        if (expression instanceof Unresolved<?> unresolved) {
            return unresolved.outputName();
        }
        if (expression instanceof Cast<?> cast) {
            return cast.operand() instanceof Column<?> column ? column.name() : null;
        }
        if (expression instanceof TypeCoerce<?> coerce) {
            return coerce.operand() instanceof Column<?> column ? column.name() : null;
        }
        return null;
    }

    private static String anonymousBase(Expr<?> expression) {
        if (expression instanceof Func<?> function) {
            return function.name().substring(function.name().lastIndexOf('.') + 1);
        }
        if (expression instanceof BindParameter<?>) {
            return "param";
        }
        return "anon";
    }

    /** This column as one of a subquery. */
    Column<?> derived(FromItem owner) {
        if (expression instanceof Column<?> column) {
            return column.on(owner, name);
        }
        if (expression instanceof Label<?> label && label.expression() instanceof Column<?> column) {
            return column.on(owner, name);
        }
        return Column.of(name, expression.type()).on(owner, name);
    }
}
