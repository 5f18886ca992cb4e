package org.aludel.itests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.dialects.postgresql.PostgreSqlFunctions;
import org.aludel.dialects.postgresql.PostgreSqlTypes;
import org.aludel.sql.Expr;
import org.aludel.types.SpecificType;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** Operators that only the types of one database have: its documents, ranges, maps. */
final class Specials {

    private Specials() {}

    /** {@code expression[key]}; null if its type has no way of its own. */
    @SuppressWarnings("unchecked")
    static @Nullable Object item(Expr<?> expression, @Nullable Object key) {
        return expression.type() == PostgreSqlTypes.HSTORE
                ? PostgreSqlFunctions.get((Expr<Map<String, @Nullable String>>) expression, String.valueOf(key))
                : null;
    }

    /** A method by its name here; null if the expression's type has no way of its own. */
    static @Nullable Object method(Expr<?> expression, String method, Args arguments) {
        boolean own = expression.type() instanceof SpecificType<?>
                && expression.type().family() != TypeFamily.STRING
                && Reflection.has(PostgreSqlFunctions.class, method);
        if (!own) {
            return null;
        }
        List<@Nullable Object> all = new ArrayList<>();
        all.add(expression);
        for (Object argument : arguments.all()) {
            all.add(
                    argument instanceof Map<?, ?> || argument instanceof List<?>
                            ? Convert.value(argument, expression.type())
                            : argument);
        }
        return Reflection.callStatic(PostgreSqlFunctions.class, method, all.toArray());
    }
}
