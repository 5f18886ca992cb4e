package org.aludel.databases.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.Column;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.types.TypeFamily;

/** Columns that an expression may use, with what is known of their values. */
final class Scope {

    final List<Bounded<Integer>> integers = new ArrayList<>();
    final List<Bounded<String>> texts = new ArrayList<>();
    final List<Bounded<BigDecimal>> decimals = new ArrayList<>();
    final List<Expr<Boolean>> truths = new ArrayList<>();
    final List<Expr<LocalDate>> dates = new ArrayList<>();
    /** Columns of the innermost select alone, of any type. */
    final List<Column<?>> own = new ArrayList<>();

    /** Columns that together tell rows apart; empty if unknown. */
    final List<Column<?>> key = new ArrayList<>();

    Scope() {}

    /** A scope inside another, whose columns may be used too. */
    static Scope inside(Scope outer) {
        Scope inner = new Scope();
        inner.integers.addAll(outer.integers);
        inner.texts.addAll(outer.texts);
        inner.decimals.addAll(outer.decimals);
        inner.truths.addAll(outer.truths);
        inner.dates.addAll(outer.dates);
        return inner;
    }

    Scope with(FromItem item, long numberBound, int textBound) {
        for (Column<?> column : item.columns()) {
            add(column, numberBound, textBound);
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    void add(Column<?> column, long numberBound, int textBound) {
        // what is nearest comes first, and is the simplest choice
        own.add(column);
        TypeFamily family = column.type().family();
        if (column.type().javaType() == Integer.class) {
            integers.add(0, new Bounded<>((Column<Integer>) column, numberBound));
        } else if (family == TypeFamily.STRING) {
            texts.add(0, new Bounded<>((Column<String>) column, textBound));
        } else if (family == TypeFamily.NUMERIC) {
            decimals.add(0, new Bounded<>((Column<BigDecimal>) column, numberBound));
        } else if (family == TypeFamily.BOOLEAN) {
            truths.add(0, (Column<Boolean>) column);
        } else if (family == TypeFamily.DATE) {
            dates.add(0, (Column<LocalDate>) column);
        }
    }
}
