package org.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.aludel.types.UnknownType;
import org.jspecify.annotations.Nullable;

/**
 * CASE WHEN ... THEN ... ELSE ... END. Further branches are added by {@link #when}, the last by {@link #otherwise}.
 *
 * @since 0.1
 */
public record Case<T>(
        @Nullable Expr<?> subject,
        List<Branch> branches,
        @Nullable Expr<?> fallback,
        Type<T> type) implements Expr<T> {

    /** A condition (or value to compare with the subject) and what it gives. */
    public record Branch(Expr<?> condition, Expr<?> result) {}

    /** Adds a branch. */
    public Case<T> when(Expr<Boolean> condition, @Nullable T value) {
        return branch(condition, result(this, value));
    }

    /** Adds a branch. */
    public Case<T> when(Expr<Boolean> condition, Expr<? extends T> value) {
        return branch(condition, value);
    }

    /** What is given when no branch applies. */
    public Case<T> otherwise(@Nullable T value) {
        return fallback(result(this, value));
    }

    /** What is given when no branch applies. */
    public Case<T> otherwise(Expr<? extends T> value) {
        return fallback(value);
    }

    /** A value of the type of an expression; null is the keyword. */
    static Expr<?> result(Expr<?> like, @Nullable Object value) {
        return value == null ? Constant.NULL : Expressions.value(like, value);
    }

    Case<T> branch(Expr<?> condition, Expr<?> result) {
        List<Branch> more = new ArrayList<>(branches);
        more.add(new Branch(condition, result));
        return new Case<>(subject, List.copyOf(more), fallback, typeWith(result));
    }

    Case<T> fallback(Expr<?> result) {
        return new Case<>(subject, branches, result, typeWith(result));
    }

    @SuppressWarnings("unchecked")
    private Type<T> typeWith(Expr<?> result) {
        return type instanceof UnknownType<?> ? (Type<T>) result.type() : type;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitCase(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        if (subject != null) {
            action.accept(subject);
        }
        for (Branch branch : branches) {
            action.accept(branch.condition());
            action.accept(branch.result());
        }
        if (fallback != null) {
            action.accept(fallback);
        }
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(subject == null);
        writer.atom(branches.size());
        writer.atom(fallback == null);
    }
}
