package org.aludel.databases.random;

import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.select;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Update;

/** Makes statements that change a table. */
final class Changes {

    private final Choices choices;
    private final Table table;
    private final Conditions conditions;

    Changes(Choices choices, Table table, Conditions conditions) {
        this.choices = choices;
        this.table = table;
        this.conditions = conditions;
    }

    Statement any(int depth) {
        return switch (choices.below(3)) {
            case 0 -> update(depth);
            case 1 -> delete(depth);
            default -> insert(depth);
        };
    }

    private Scope scopeWithout(List<Column<?>> excluded) {
        Scope scope = new Scope();
        for (Column<?> column : table.columns()) {
            if (!excluded.contains(column)) {
                scope.add(column, Sample.NUMBERS_BELOW, Sample.TEXTS_UP_TO);
            }
        }
        return scope;
    }

    private Update update(int depth) {
        List<Column<?>> assigned = new ArrayList<>();
        int wanted = 1 + choices.below(2);
        for (int i = 0; i < wanted; i++) {
            Column<?> column =
                    choices.of(table.columns().subList(1, table.columns().size()));
            if (!assigned.contains(column)) {
                assigned.add(column);
            }
        }
        Scope readable = scopeWithout(assigned);
        Update update = table.update();
        for (Column<?> column : assigned) {
            update = assign(update, column, readable, depth);
        }
        Scope all = scopeWithout(List.of());
        int filters = choices.below(3);
        for (int i = 0; i < filters; i++) {
            update = update.where(conditions.any(all, depth));
        }
        return update;
    }

    @SuppressWarnings("unchecked")
    private Update assign(Update update, Column<?> column, Scope scope, int depth) {
        if (choices.oneIn(6)) {
            return update.setNull(column);
        }
        Expressions expressions = conditions.expressions();
        return switch (Groups.kindOf(column)) {
            case TEXT ->
                update.set(
                        (Column<String>) column, expressions.text(scope, depth).expr());
            case TRUTH -> update.set((Column<Boolean>) column, (Expr<Boolean>) conditions.any(scope, depth));
            case DECIMAL ->
                update.set(
                        (Column<BigDecimal>) column,
                        expressions.decimal(scope, depth).expr());
            case DATE -> update.set((Column<LocalDate>) column, expressions.date(scope, depth));
            default ->
                update.set(
                        (Column<Integer>) column,
                        expressions.integer(scope, depth).expr());
        };
    }

    private Delete delete(int depth) {
        Delete delete = table.delete().where(conditions.any(scopeWithout(List.of()), depth));
        return choices.oneIn(3) ? delete.where(conditions.any(scopeWithout(List.of()), depth - 1)) : delete;
    }

    private Statement insert(int depth) {
        TableAlias source = table.as("source");
        Scope scope = new Scope().with(source, Sample.NUMBERS_BELOW, Sample.TEXTS_UP_TO);
        Expressions expressions = conditions.expressions();
        List<Column<?>> columns = List.of(table.c("id"), table.c("i1"), table.c("s1"), table.c("b1"));
        List<Selectable> values = List.of(
                source.<Integer>c("id").plus(literal(1000)).label("c0"),
                expressions.integer(scope, depth).expr().label("c1"),
                expressions.text(scope, depth).expr().label("c2"),
                conditions.any(scope, depth).label("c3"));
        return table.insert().fromSelect(columns, select(values).from(source).where(conditions.any(scope, depth)));
    }
}
