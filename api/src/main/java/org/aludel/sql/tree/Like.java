package org.aludel.sql.tree;

import java.util.function.Consumer;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * LIKE and its negation, optionally ignoring case.
 *
 * @since 0.1
 */
public record Like(
        Expr<?> operand, Expr<?> pattern, @Nullable String escape, boolean negated, boolean ignoringCase)
        implements Condition {

    /** Matches a pattern. */
    public static Like pattern(Expr<?> operand, String pattern, @Nullable String escape, boolean ignoringCase) {
        return new Like(operand, Expressions.text(pattern), escape, false, ignoringCase);
    }

    /** Matches text whose characters have no special meaning, between what is put before and after. */
    public static Like literal(Expr<?> operand, String before, String text, String after) {
        if (text.indexOf('%') < 0 && text.indexOf('_') < 0 && text.indexOf('\\') < 0 && text.indexOf('/') < 0) {
            // the escape clause stays, so that the SQL does not depend on the value
            return new Like(operand, Expressions.text(before + text + after), "/", false, false);
        }
        String escaped = text.replace("/", "//").replace("%", "/%").replace("_", "/_");
        return new Like(operand, Expressions.text(before + escaped + after), "/", false, false);
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
    }
}
