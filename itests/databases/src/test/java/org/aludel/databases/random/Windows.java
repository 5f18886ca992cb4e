package org.aludel.databases.random;

import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.func;
import static org.aludel.sql.Sql.max;
import static org.aludel.sql.Sql.min;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.sum;
import static org.aludel.types.Types.BIGINT;
import static org.aludel.types.Types.INTEGER;

import java.util.function.UnaryOperator;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Select;
import org.aludel.sql.tree.Order;
import org.aludel.sql.tree.Over;

/** Makes queries with window functions over one table, whose key makes every order total. */
final class Windows {

    private final Choices choices;
    private final Conditions conditions;

    Windows(Choices choices, Conditions conditions) {
        this.choices = choices;
        this.conditions = conditions;
    }

    Queries.Typed query(Outputs outputs, FromItem item, Scope scope, int depth, UnaryOperator<Select> filter) {
        Column<Integer> id = item.c("id");
        outputs.add(id, Outputs.Kind.INTEGER, Sample.NUMBERS_BELOW);
        int functions = 1 + choices.below(2);
        for (int i = 0; i < functions; i++) {
            function(outputs, id, scope, depth);
        }
        return new Queries.Typed(filter.apply(select(outputs.labels()).from(item)), outputs);
    }

    private void function(Outputs outputs, Column<Integer> id, Scope scope, int depth) {
        Bounded<Integer> value = conditions.expressions().integer(scope, depth);
        Expr<Integer> operand = value.bound() > 100_000 ? id : value.expr();
        Expr<?> result = switch (choices.below(8)) {
            case 0 ->
                maybePartitioned(func("row_number", BIGINT).over().orderBy(order(scope), id), scope)
                        .cast(INTEGER);
            case 1 ->
                maybePartitioned(func("rank", BIGINT).over().orderBy(order(scope)), scope)
                        .cast(INTEGER);
            case 2 ->
                maybePartitioned(func("dense_rank", BIGINT).over().orderBy(order(scope)), scope)
                        .cast(INTEGER);
            case 3 -> maybePartitioned(sum(operand).over(), scope).cast(INTEGER);
            case 4 ->
                framed(maybePartitioned(sum(operand).over().orderBy(id), scope)).cast(INTEGER);
            case 5 ->
                maybePartitioned(
                        func(choices.of("lag", "lead"), INTEGER, operand).over().orderBy(id), scope);
            case 6 -> maybePartitioned((choices.oneIn(2) ? min(operand) : max(operand)).over(), scope);
            default ->
                maybePartitioned(count(operand).over().orderBy(order(scope)), scope)
                        .cast(INTEGER);
        };
        outputs.add(result, Outputs.Kind.INTEGER, 1_000_000);
    }

    private <T> Over<T> maybePartitioned(Over<T> over, Scope scope) {
        return choices.oneIn(2) ? over.partitionBy(choices.of(scope.own)) : over;
    }

    private <T> Over<T> framed(Over<T> over) {
        return switch (choices.below(4)) {
            case 0 -> over;
            case 1 -> over.rows(null, 0);
            case 2 -> over.rows(-1, 1);
            default -> over.rows(0, null);
        };
    }

    private Order order(Scope scope) {
        Column<?> column = choices.of(scope.own);
        Order order = choices.oneIn(2) ? column.desc() : column.asc();
        return choices.oneIn(2) ? order.nullsLast() : order.nullsFirst();
    }
}
