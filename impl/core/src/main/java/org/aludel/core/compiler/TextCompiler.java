package org.aludel.core.compiler;

import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Expressions;
import org.aludel.sql.tree.Grouping;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what compares text with patterns.
 */
public abstract class TextCompiler extends OperatorCompiler {

    protected TextCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    public void visitLike(Like like) {
        if (like.kind() == Like.Kind.STARTS_WITH) {
            startsWith(like);
        } else if (like.kind() != Like.Kind.PATTERN) {
            like(like, Operator.STRONGEST, pattern(like));
        } else if (like.ignoringCase()) {
            ignoringCase(like);
        } else {
            like(like, Operator.LIKE, like.pattern());
        }
    }

    /** Writes the test whether text begins with other text. */
    protected void startsWith(Like like) {
        like(like, Operator.STRONGEST, pattern(like));
    }

    private void like(Like like, Operator outer, Expr<?> pattern) {
        operand(like.operand(), outer, null);
        out.append(like.negated() ? " NOT LIKE " : " LIKE ");
        operand(pattern, Operator.LIKE, null);
        escape(like);
    }

    /** The pattern of a LIKE that adds the wildcards itself. */
    private Expr<?> pattern(Like like) {
        Expr<?> text = resolved(like.pattern());
        if (Precedence.of(text).needsParenthesesUnder(Operator.STRONGEST)) {
            text = new Grouping<>(text);
        }
        Expr<String> wildcard = Expressions.verbatim("'%'");
        return switch (like.kind()) {
            case STARTS_WITH -> joined(text, wildcard);
            case ENDS_WITH -> joined(wildcard, text);
            case CONTAINS -> joined(joined(wildcard, text), wildcard);
            case PATTERN -> text;
        };
    }

    private static Expr<String> joined(Expr<?> left, Expr<?> right) {
        return new Binary<>(Operator.CONCAT, left, right, Types.STRING);
    }

    /** Writes LIKE without regard to case. */
    protected void ignoringCase(Like like) {
        out.append("lower(");
        operand(like.operand(), Operator.LIKE, null);
        out.append(like.negated() ? ") NOT LIKE lower(" : ") LIKE lower(");
        operand(like.pattern(), Operator.LIKE, null);
        out.append(')');
        escape(like);
    }

    /** Writes ILIKE, for databases that have it. */
    protected final void ilike(Like like) {
        operand(like.operand(), Operator.LIKE, null);
        out.append(like.negated() ? " NOT ILIKE " : " ILIKE ");
        operand(like.pattern(), Operator.LIKE, null);
        escape(like);
    }

    /** Writes the ESCAPE clause, if there is one. */
    protected final void escape(Like like) {
        if (like.escape() != null) {
            out.append(" ESCAPE ").append(dialect.literals().string(like.escape()));
        }
    }

    // ---- regular expressions

    @Override
    public void visitRegexp(Regexp regexp) {
        throw unsupported("regular expressions", "use like(...), or func(...) with a function of the database");
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        throw unsupported(
                "replacement by regular expressions",
                "use func(\"replace\", ...), or another function of the database");
    }

    /** Writes a call of a function on text, a pattern, perhaps a replacement, and flags if there are any. */
    protected final void regexpFunction(String name, @Nullable String flags, Expr<?>... operands) {
        out.append(name).append('(');
        for (int i = 0; i < operands.length; i++) {
            out.append(i == 0 ? "" : ", ");
            operand(operands[i], Operator.COMMA, null);
        }
        if (flags != null) {
            out.append(", ");
            visitBind(BindParameter.of(Types.STRING, flags));
        }
        out.append(')');
    }
}
