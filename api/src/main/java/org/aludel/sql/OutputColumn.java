package org.aludel.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Column;
import org.aludel.sql.spi.LabelName;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Excluded;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Not;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.sql.tree.Verbatim;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result: its expression, and the name it goes by.
 *
 * @param name the name by which programs ask for it, unique among the columns of the query
 * @param expression what is selected
 * @param label the name in SQL, where it is decided when the statement is compiled; null if it is {@code name}
 * @param required whether SQL must say the name, as the expression alone would go by another
 * @param source for something selected again, the column that goes by its own name; else null
 * @since 0.1
 */
public record OutputColumn(
        String name,
        Expr<?> expression,
        @Nullable LabelName label,
        boolean required,
        @Nullable OutputColumn source) {

    /** Names the columns of a list: those that have a name keep it, a name that is taken gets a number. */
    public static List<OutputColumn> of(List<? extends Expr<?>> expressions) {
        return of(expressions, LabelStyle.DISAMBIGUATE_ONLY);
    }

    /** Names the columns of a list. */
    public static List<OutputColumn> of(List<? extends Expr<?>> expressions, LabelStyle style) {
        return new Naming(expressions.size(), style).name(expressions);
    }

    /** The name that an expression has without AS; null if it has none. */
    static @Nullable String ownName(Expr<?> expression) {
        if (expression instanceof Column<?> column) {
            return column.name();
        }
        if (expression instanceof Label<?> label) {
            return label.isAnonymous() ? null : label.name();
        }
        if (expression instanceof Unresolved<?> unresolved) {
            return unresolved.outputName();
        }
        return expression instanceof Excluded<?> excluded ? excluded.column().name() : null;
    }

    /** The expression whose name another expression takes over, as CAST takes that of its operand; null for most. */
    private static @Nullable Expr<?> wrapped(Expr<?> expression) {
        if (expression instanceof Cast<?> cast) {
            return cast.operand();
        }
        if (expression instanceof TypeCoerce<?> coerce) {
            return coerce.operand();
        }
        return expression instanceof Not not && not.operand() instanceof Column<?> ? not.operand() : null;
    }

    /** What a made-up name begins with. */
    private static String stem(Expr<?> expression) {
        if (expression instanceof Func<?> function) {
            return function.name().substring(function.name().lastIndexOf('.') + 1);
        }
        if (expression instanceof NextValue) {
            return "next_value";
        }
        if (expression instanceof Label<?> label) {
            String own = ownName(label.expression());
            return own == null ? stem(label.expression()) : own;
        }
        Expr<?> inner = wrapped(expression);
        return inner == null ? "anon" : stem(inner);
    }

    /** Whether an expression is text, which stands in the list as it is written. */
    private static boolean isWritten(Expr<?> expression) {
        return expression instanceof Text
                || expression instanceof Verbatim<?>
                || expression instanceof Column<?> column && column.owner() == null;
    }

    /** This column as one of a subquery. */
    Column<?> derived(FromItem owner) {
        String called = source != null && source.label == null ? source.name : name;
        Expr<?> inner = expression instanceof Label<?> named ? named.expression() : expression;
        return inner instanceof Column<?> column
                ? column.on(owner, called)
                : Column.of(called, expression.type()).on(owner, called);
    }

    /** The name of {@link #derived} where it is decided at compilation. */
    @Nullable
    LabelName derivedLabel() {
        return source != null ? source.derivedLabel() : label != null ? label : inheritedLabel();
    }

    private @Nullable LabelName inheritedLabel() {
        return expression instanceof Column<?> column && column.owner() != null
                ? column.owner().labelOf(column)
                : null;
    }

    /** Chooses the names of one list. */
    private static final class Naming {

        private final LabelStyle style;
        private final List<OutputColumn> outputs;
        private final Map<Object, OutputColumn> known;
        private final Map<String, OutputColumn> taken;
        private int repetitions;

        Naming(int size, LabelStyle style) {
            this.style = style;
            this.outputs = new ArrayList<>(size);
            this.known = new HashMap<>(size * 2);
            this.taken = new HashMap<>(size * 2);
        }

        List<OutputColumn> name(List<? extends Expr<?>> expressions) {
            for (int i = 0; i < expressions.size(); i++) {
                outputs.add(named(expressions.get(i)));
            }
            return outputs;
        }

        private OutputColumn named(Expr<?> expression) {
            if (isWritten(expression)) {
                return kept(written(expression), expression, null, false, null);
            }
            if (style == LabelStyle.NONE) {
                String own = ownName(expression);
                return own != null ? kept(own, expression, null, false, null) : withoutName(expression);
            }
            if (style == LabelStyle.TABLENAME_PLUS_COL) {
                return qualified(expression);
            }
            String own = ownName(expression);
            if (own == null) {
                return withoutName(expression);
            }
            LabelName inherited = expression instanceof Column<?> column && column.owner() != null
                    ? column.owner().labelOf(column)
                    : null;
            return unique(inherited == null ? own : inherited, own, expression, null, false);
        }

        private static String written(Expr<?> expression) {
            if (expression instanceof Column<?> column) {
                return column.name();
            }
            return expression instanceof Verbatim<?> verbatim ? verbatim.sql() : "text";
        }

        private OutputColumn qualified(Expr<?> expression) {
            Expr<?> inner = wrapped(expression);
            Expr<?> owned = inner != null ? inner : expression;
            if (owned instanceof Column<?> column && column.owner() != null) {
                FromItem owner = column.owner();
                String qualifier = LabelName.fixedQualifier(owner);
                String local = (qualifier == null ? localQualifier(owner) : qualifier) + "_" + column.name();
                while (owner.hasColumn(local)) {
                    local += "_1";
                }
                LabelName label = LabelName.qualified(column);
                return unique(label, local, expression, label, true);
            }
            String own = ownName(expression);
            return own == null ? withoutName(expression) : unique(own, own, expression, null, false);
        }

        private static String localQualifier(FromItem owner) {
            String name = owner.fixedName();
            return name != null ? name : "anon_1";
        }

        /** What has no name goes by that of its operand or a made-up one. */
        private OutputColumn withoutName(Expr<?> expression) {
            Expr<?> inner = wrapped(expression);
            String own = inner == null ? null : ownName(inner);
            if (own != null) {
                OutputColumn earlier = known.get(own);
                if (earlier == null) {
                    return kept(own, expression, null, false, own);
                }
                return repeated(expression, earlier, inner instanceof Column<?> column ? column : null);
            }
            LabelName label = LabelName.numbered(stem(expression), expression);
            OutputColumn earlier = known.get(label);
            return earlier == null
                    ? kept(free(label.text()), expression, label, false, label)
                    : repeated(expression, earlier, null);
        }

        private OutputColumn unique(
                Object key, String local, Expr<?> expression, @Nullable LabelName label, boolean required) {
            OutputColumn earlier = known.get(key);
            if (earlier == null) {
                return kept(local, expression, label, required, key);
            }
            Column<?> column = expression instanceof Column<?> c ? c : null;
            if (earlier.expression == expression) {
                return expression instanceof Label<?>
                        ? kept(local, expression, null, false, null)
                        : repeated(expression, earlier, column);
            }
            if (expression instanceof Label<?>) {
                return kept(local, expression, null, false, null);
            }
            LabelName numbered =
                    column != null ? LabelName.numbered(column, required) : LabelName.numbered(local, expression);
            OutputColumn same = known.get(numbered);
            return same != null
                    ? repeated(expression, same, column)
                    : kept(free(local), expression, numbered, true, numbered);
        }

        private OutputColumn repeated(Expr<?> expression, OutputColumn earlier, @Nullable Column<?> column) {
            repetitions++;
            boolean qualified = style == LabelStyle.TABLENAME_PLUS_COL || !(expression instanceof Column<?>);
            LabelName label = column != null
                    ? LabelName.repeated(column, qualified, repetitions)
                    : LabelName.repeated(
                            expression instanceof Func<?> ? stem(expression) : "anon", expression, repetitions);
            OutputColumn output = new OutputColumn(free(earlier.name), expression, label, true, earlier);
            taken.put(output.name, output);
            return output;
        }

        private OutputColumn kept(
                String local, Expr<?> expression, @Nullable LabelName label, boolean required, @Nullable Object key) {
            OutputColumn output = new OutputColumn(local, expression, label, required, null);
            if (key != null) {
                known.put(key, output);
            }
            taken.putIfAbsent(local, output);
            return output;
        }

        private String free(String stem) {
            String name;
            int number = 0;
            do {
                name = stem + "_" + ++number;
            } while (taken.containsKey(name));
            return name;
        }
    }
}
