package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * LIKE and its negation, optionally ignoring case, or for text that begins with, ends with or holds other text.
 *
 * @param pattern with wildcards, or for the other kinds what stands between the wildcards
 * @param escape takes the meaning from wildcards in the pattern; null for none
 * @since 0.1
 */
public record Like(
        Expr<?> operand, Expr<?> pattern, @Nullable String escape, boolean negated, boolean ignoringCase, Kind kind)
        implements Condition {

    /** Where wildcards are added to the pattern. */
    public enum Kind {
        PATTERN,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS
    }

    public Like(Expr<?> operand, Expr<?> pattern, @Nullable String escape, boolean negated, boolean ignoringCase) {
        this(operand, pattern, escape, negated, ignoringCase, Kind.PATTERN);
    }

    /** Matches a pattern. */
    public static Like pattern(Expr<?> operand, String pattern, @Nullable String escape, boolean ignoringCase) {
        return new Like(operand, Expressions.text(pattern, operand), escape, false, ignoringCase);
    }

    /**
     * Matches text whose characters have no special meaning. The clause ESCAPE is always there, so that the SQL does not
     * depend on the value.
     */
    public static Like literal(Expr<?> operand, Kind kind, String text, char escape) {
        String sign = String.valueOf(escape);
        String escaped = text.replace(sign, sign + sign);
        if (escape != '%') {
            escaped = escaped.replace("%", sign + "%");
        }
        if (escape != '_') {
            escaped = escaped.replace("_", sign + "_");
        }
        return new Like(operand, Expressions.text(escaped, operand), sign, false, false, kind);
    }

    /** Matches text in which wildcards keep their meaning. */
    public static Like wild(Expr<?> operand, Kind kind, Expr<?> text, @Nullable String escape) {
        if (text == Constant.NULL) {
            throw Expressions.noOrder("LIKE", "null");
        }
        return new Like(operand, text, escape, false, false, kind);
    }

    /** The opposite. */
    public Like inverse() {
        return new Like(operand, pattern, escape, !negated, ignoringCase, kind);
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitLike(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        action.accept(operand);
        action.accept(pattern);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(escape);
        writer.atom(negated);
        writer.atom(ignoringCase);
        writer.atom(kind);
    }
}
