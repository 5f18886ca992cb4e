package org.aludel.dialects.h2;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Cte;
import org.aludel.sql.Delete;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.types.ArrayType;
import org.aludel.types.TextType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** H2's SQL: MERGE for upserts, data change delta tables for RETURNING. */
final class H2Compiler extends SqlCompiler {

    private final Compilation compilation;

    H2Compiler(Compilation compilation) {
        super(compilation);
        this.compilation = compilation;
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected void returningClause(DmlStatement<?> statement, List<OutputColumn> outputs) {
        int start = out.length();
        int slot = compilation.slotCount();
        withBareColumns(() -> returningList(outputs));
        String rows = statement instanceof Delete ? "OLD" : "FINAL";
        compilation.moveToFront(start, slot, "SELECT ", " FROM " + rows + " TABLE (");
        out.append(')');
    }

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (limit != null) {
            out.append(" LIMIT ");
            count(limit);
        }
        if (offset != null) {
            out.append(" OFFSET ");
            count(offset);
            out.append(limit == null ? " ROWS" : "");
        }
    }

    @Override
    protected boolean namesColumns(Cte cte) {
        // after RECURSIVE all must, recursive or not; whether any is may turn out later
        return cte.statement() instanceof QueryExpression;
    }

    @Override
    protected void openMember() {
        // H2 takes two opening parentheses after FROM for a join
        out.append("SELECT * FROM (");
    }

    @Override
    protected void lock(LockMode mode) {
        // H2 has no shared row locks; the stronger lock keeps the promise
        super.lock(mode.share() ? new LockMode(false, mode.nowait(), mode.skipsLocked(), false, List.of()) : mode);
    }

    @Override
    protected void bindMark(Type<?> type) {
        if (type instanceof ArrayType<?> && compilation.kind() != Compiled.Kind.INSERT) {
            out.append("CAST(? AS ").append(dialect.castTypeName(type)).append(')');
        } else {
            super.bindMark(type);
        }
    }

    @Override
    public void visitBind(BindParameter<?> bind) {
        typedBind(bind, bind.type());
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        // a parameter takes its type from what stands beside it: beside nothing, other parameters or a CASE of nothing
        // but
        // parameters it has none, beside a number of another kind it would be rounded to that kind
        if (sibling == null
                || sibling instanceof BindParameter<?>
                || sibling instanceof Case<?> choice && isOfValues(choice)
                || isOtherNumber(type, sibling)) {
            typedBind(bind, type);
        } else {
            super.bindBeside(bind, type, sibling);
        }
    }

    /** Tells a parameter's type, without lengths and digits that would cut the value. */
    private void typedBind(BindParameter<?> bind, Type<?> type) {
        if (!isKnown(type)) {
            bind(bind, type);
            return;
        }
        out.append("CAST(");
        bind(bind, type);
        out.append(" AS ")
                .append(
                        switch (type.family()) {
                            case STRING -> type instanceof TextType ? "CHARACTER LARGE OBJECT" : "VARCHAR";
                            case NUMERIC -> "DECFLOAT";
                            default -> dialect.castTypeName(type);
                        })
                .append(')');
    }

    private static boolean isOfValues(Case<?> choice) {
        return (choice.fallback() == null || choice.fallback() instanceof BindParameter<?>)
                && choice.branches().stream().allMatch(branch -> branch.result() instanceof BindParameter<?>);
    }

    @Override
    protected void ignoringCase(Like like) {
        ilike(like);
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        out.append(regexp.negated() ? "NOT " : "");
        regexpFunction("REGEXP_LIKE", regexp.flags(), regexp.operand(), regexp.pattern());
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        regexpFunction("REGEXP_REPLACE", replace.flags(), replace.operand(), replace.pattern(), replace.replacement());
    }

    @Override
    protected boolean groupsBy(String word) {
        return false;
    }
}
