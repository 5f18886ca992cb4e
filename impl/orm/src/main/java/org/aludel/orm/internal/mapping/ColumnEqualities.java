package org.aludel.orm.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** Pairs of columns that conditions make equal. */
final class ColumnEqualities {

    /** Two columns of one value. */
    record Equality(Column<?> left, Column<?> right) {

        /** The other column, or null. */
        @Nullable
        Column<?> other(Column<?> one) {
            return one == left ? right : one == right ? left : null;
        }
    }

    private final List<Equality> equalities = new ArrayList<>();

    /** The equalities that a condition demands, without alternatives. */
    static ColumnEqualities of(Expr<Boolean> condition) {
        ColumnEqualities found = new ColumnEqualities();
        found.read(condition);
        return found;
    }

    /** The equalities of all inner joins of a FROM. */
    static ColumnEqualities of(FromItem from) {
        ColumnEqualities found = new ColumnEqualities();
        found.readJoins(from);
        return found;
    }

    private void readJoins(FromItem from) {
        if (from instanceof Join join) {
            readJoins(join.left());
            readJoins(join.right());
            Expr<Boolean> on = join.on();
            if (on != null) {
                read(on);
            }
        }
    }

    private void read(Expr<?> condition) {
        if (condition instanceof Junction junction && junction.operator() == Operator.AND) {
            junction.members().forEach(this::read);
        } else if (condition instanceof Comparison comparison
                && comparison.operator() == Operator.EQ
                && comparison.left() instanceof Column<?> left
                && comparison.right() instanceof Column<?> right) {
            equalities.add(new Equality(left, right));
        }
    }

    List<Equality> all() {
        return equalities;
    }

    /** The first of some columns that is equal to one; null if none is. */
    @Nullable
    Column<?> equal(Column<?> column, List<? extends Column<?>> among) {
        List<Column<?>> reached = new ArrayList<>(List.of(column));
        for (int i = 0; i < reached.size(); i++) {
            for (Equality equality : equalities) {
                Column<?> other = equality.other(reached.get(i));
                if (other != null && !reached.contains(other)) {
                    if (among.contains(other)) {
                        return other;
                    }
                    reached.add(other);
                }
            }
        }
        return null;
    }
}
