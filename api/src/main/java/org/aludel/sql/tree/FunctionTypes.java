package org.aludel.sql.tree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aludel.sql.Expr;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;

/**
 * Types of the results of functions that every database knows.
 *
 * @since 0.1
 */
public final class FunctionTypes {

    private static final Map<String, Type<?>> KNOWN = Map.ofEntries(
            Map.entry("now", Types.TIMESTAMP),
            Map.entry("current_timestamp", Types.TIMESTAMP),
            Map.entry("localtimestamp", Types.TIMESTAMP),
            Map.entry("current_date", Types.DATE),
            Map.entry("current_time", Types.TIME),
            Map.entry("localtime", Types.TIME),
            Map.entry("char_length", Types.INTEGER),
            Map.entry("length", Types.INTEGER),
            Map.entry("concat", Types.STRING),
            Map.entry("count", Types.BIGINT),
            Map.entry("row_number", Types.BIGINT),
            Map.entry("rank", Types.BIGINT),
            Map.entry("dense_rank", Types.BIGINT),
            Map.entry("percent_rank", Types.NUMERIC),
            Map.entry("cume_dist", Types.NUMERIC),
            Map.entry("current_user", Types.STRING),
            Map.entry("session_user", Types.STRING),
            Map.entry("user", Types.STRING));

    private static final Set<String> BY_ARGUMENT = Set.of(
            "coalesce",
            "max",
            "min",
            "sum",
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "abs",
            "nullif",
            "lag",
            "lead",
            "first_value",
            "last_value");

    private FunctionTypes() {}

    /** The type of what a function gives; unknown if nobody described the function. */
    public static Type<?> of(String name, List<? extends Expr<?>> arguments) {
        String lower = name.toLowerCase(Locale.ROOT);
        Type<?> known = KNOWN.get(lower);
        if (known != null) {
            return known;
        }
        if (lower.equals("array_agg") && !arguments.isEmpty()) {
            return Types.array(arguments.get(0).type());
        }
        return BY_ARGUMENT.contains(lower) ? firstKnown(arguments) : Types.UNKNOWN;
    }

    private static Type<?> firstKnown(List<? extends Expr<?>> arguments) {
        for (Expr<?> argument : arguments) {
            if (!(argument.type() instanceof UnknownType<?> unknown) || unknown.javaType() != (Class<?>) Object.class) {
                return argument.type();
            }
        }
        return Types.UNKNOWN;
    }
}
