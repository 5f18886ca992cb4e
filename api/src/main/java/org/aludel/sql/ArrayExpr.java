package org.aludel.sql;

import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.tree.ArrayElement;
import org.aludel.sql.tree.ArraySlice;
import org.aludel.sql.tree.CustomCondition;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.QuantifiedArray;
import org.aludel.types.ArrayType;
import org.aludel.types.SpecificType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.aludel.types.UnknownType;

/**
 * What can be done with an array, on databases that have them.
 *
 * <pre>{@code
 * ArrayExpr<String> tags = elements(posts.c("tags"));
 * select(tags.at(1)).where(tags.contains(List.of("sql")), tags.any("java"))
 * }</pre>
 *
 * @param <E> type of the elements
 * @since 0.1
 */
public final class ArrayExpr<E> {

    private static final Operator CONTAINS = new Operator("@>", 15, true, true);
    private static final Operator CONTAINED_BY = new Operator("<@", 15, true, true);
    private static final Operator OVERLAP = new Operator("&&", 15, true, true);

    private final Expr<? extends List<E>> array;

    ArrayExpr(Expr<? extends List<E>> array) {
        this.array = array;
    }

    @SuppressWarnings("unchecked")
    static <E> Type<E> elementType(Type<?> type) {
        if (type instanceof ArrayType<?> known) {
            return (Type<E>) known.element();
        }
        if (type instanceof SpecificType<?> specific) {
            return elementType(specific.base());
        }
        if (type instanceof UnknownType<?>) {
            return (Type<E>) Types.UNKNOWN;
        }
        throw new ArgumentException(
                "ALU-0151",
                "an array is expected; where: an expression of type " + type
                        + "; what to do: declare the column as array(...), or cast the expression");
    }

    private Type<E> elementType() {
        return elementType(array.type());
    }

    /** The array itself. */
    public Expr<? extends List<E>> expression() {
        return array;
    }

    /** An element by its index, from 1. */
    public ArrayElement<E> at(int index) {
        return new ArrayElement<>(array, BindParameter.of(Types.INTEGER, index), elementType());
    }

    /** An element by an expression that gives its index. */
    public ArrayElement<E> at(Expr<?> index) {
        return new ArrayElement<>(array, index, elementType());
    }

    /** The elements from one index to another, both included. */
    public Expr<? extends List<E>> slice(int from, int to) {
        return new ArraySlice<>(array, BindParameter.of(Types.INTEGER, from), BindParameter.of(Types.INTEGER, to));
    }

    /** The elements from one index to another, both included. */
    public Expr<? extends List<E>> slice(Expr<?> from, Expr<?> to) {
        return new ArraySlice<>(array, from, to);
    }

    /** A value is equal to one of the elements. */
    public Condition any(E value) {
        return any(value, Operator.EQ);
    }

    /** A value compares so with one of the elements: {@code any(5, Operator.GT)} is 5 greater than one of them. */
    public Condition any(E value, Operator operator) {
        return quantified("ANY", value, operator);
    }

    /** A value is equal to all elements. */
    public Condition all(E value) {
        return all(value, Operator.EQ);
    }

    /** A value compares so with all elements. */
    public Condition all(E value, Operator operator) {
        return quantified("ALL", value, operator);
    }

    private Condition quantified(String quantifier, E value, Operator operator) {
        Type<E> type = elementType();
        return new CustomCondition(
                operator, BindParameter.of(type, value), new QuantifiedArray<>(quantifier, array, type));
    }

    /** All of these are among the elements. */
    public Condition contains(List<E> elements) {
        return compared(CONTAINS, elements);
    }

    /** All elements of the other array are among the elements. */
    public Condition contains(Expr<? extends List<E>> other) {
        return new CustomCondition(CONTAINS, array, other);
    }

    /** All elements are among these. */
    public Condition containedBy(List<E> elements) {
        return compared(CONTAINED_BY, elements);
    }

    /** All elements are among those of the other array. */
    public Condition containedBy(Expr<? extends List<E>> other) {
        return new CustomCondition(CONTAINED_BY, array, other);
    }

    /** One of these is among the elements. */
    public Condition overlap(List<E> elements) {
        return compared(OVERLAP, elements);
    }

    /** The arrays have an element in common. */
    public Condition overlap(Expr<? extends List<E>> other) {
        return new CustomCondition(OVERLAP, array, other);
    }

    private Condition compared(Operator operator, List<E> elements) {
        return new CustomCondition(operator, array, BindParameter.of(array.type(), elements));
    }

    /** The elements, then these. */
    @SuppressWarnings("unchecked")
    public Expr<List<E>> concat(List<E> elements) {
        return (Expr<List<E>>)
                Expressions.arithmeticWith(Operator.ADD, array, BindParameter.of(array.type(), elements));
    }

    /** The elements, then those of the other array. */
    @SuppressWarnings("unchecked")
    public Expr<List<E>> concat(Expr<? extends List<E>> other) {
        return (Expr<List<E>>) Expressions.arithmeticWith(Operator.ADD, array, other);
    }
}
