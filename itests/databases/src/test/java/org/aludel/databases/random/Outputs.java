package org.aludel.databases.random;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.Expr;
import org.aludel.sql.Selectable;

/** The columns of a query, with names that no other query's have, and what is known of their values. */
final class Outputs {

    /** The types of columns. */
    enum Kind {
        INTEGER,
        TEXT,
        TRUTH,
        DECIMAL,
        DATE
    }

    private final List<Selectable> labels = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final String prefix;
    private long numbers = 1;
    private int texts = 1;

    Outputs(String prefix) {
        this.prefix = prefix;
    }

    String name(int column) {
        return prefix + "_" + column;
    }

    List<Selectable> labels() {
        return labels;
    }

    int size() {
        return labels.size();
    }

    Kind kind(int column) {
        return kinds.get(column);
    }

    /** The greatest number in any column. */
    long numbers() {
        return numbers;
    }

    /** The greatest length of a text in any column. */
    int texts() {
        return texts;
    }

    void widen(Outputs other) {
        numbers = Math.max(numbers, other.numbers);
        texts = Math.max(texts, other.texts);
    }

    void add(Expr<?> expression, Kind kind, long bound) {
        if (kind == Kind.TEXT) {
            texts = (int) Math.max(texts, bound);
        } else {
            numbers = Math.max(numbers, bound);
        }
        kinds.add(kind);
        labels.add(expression.label(name(labels.size())));
    }

    void add(Choices choices, Expressions expressions, Scope scope, int depth) {
        addLike(choices.of(Kind.values()), choices, expressions, scope, depth);
    }

    void addLike(Kind kind, Choices choices, Expressions expressions, Scope scope, int depth) {
        switch (kind) {
            case INTEGER -> {
                Bounded<Integer> value = expressions.integer(scope, depth);
                add(value.expr(), kind, value.bound());
            }
            case TEXT -> {
                Bounded<String> value = expressions.text(scope, depth);
                add(value.expr(), kind, value.bound());
            }
            case DECIMAL -> {
                Bounded<java.math.BigDecimal> value = expressions.decimal(scope, depth);
                add(value.expr(), kind, value.bound());
            }
            case DATE -> add(expressions.date(scope, depth), kind, 1);
            default -> add(choices.oneIn(2) ? expressions.condition(scope, depth) : expressions.truth(scope), kind, 1);
        }
    }
}
