package org.aludel.dialects.hsqldb;

import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Fetch;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Operator;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** HSQLDB's SQL: every select reads a table, and a parameter that nothing tells the type of is cast. */
final class HsqldbCompiler extends SqlCompiler {

    HsqldbCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected void fromNothing() {
        out.append(" FROM (VALUES(0))");
    }

    /** By FETCH, as LIMIT takes zero for no limit here. */
    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        offsetAndFetch(limit, offset, Integer.MAX_VALUE);
    }

    @Override
    protected void fetch(Fetch fetch, @Nullable Expr<?> offset, boolean ordered) {
        if (fetch.percent() || fetch.withTies()) {
            throw unsupported("FETCH WITH TIES and PERCENT", "compare with a value that a subquery gives");
        }
        limit(fetch.count(), offset, ordered);
    }

    @Override
    protected void lock(LockMode mode) {
        if (mode.share()) {
            throw unsupported("FOR SHARE");
        }
        super.lock(mode);
    }

    /** A pattern may be longer than the column it is compared with, and a cast would cut it. */
    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        return type instanceof StringType text && !text.fixed() ? "LONGVARCHAR" : super.bindTypeName(type);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (sibling == null
                || sibling instanceof Case<?>
                || sibling instanceof BindParameter<?>
                || isOtherNumber(type, sibling)) {
            castBind(bind, type);
        } else {
            super.bindBeside(bind, type, sibling);
        }
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        distinctOperand(comparison.left(), comparison.right());
        out.append(distinct ? " IS DISTINCT FROM " : " IS NOT DISTINCT FROM ");
        distinctOperand(comparison.right(), comparison.left());
    }

    /** No parameter takes its type from the other side here. */
    private void distinctOperand(Expr<?> operand, Expr<?> sibling) {
        if (operand instanceof BindParameter<?> bind) {
            Type<?> told = typeOf(bind) == null ? typeOf(sibling) : bind.type();
            castBind(bind, told == null ? bind.type() : told);
        } else {
            operand(operand, Operator.IS_DISTINCT_FROM, sibling);
        }
    }

    @Override
    protected void calculation(Operator operator, Binary<?> binary) {
        if (!operator.equals(Operator.MODULO)) {
            super.calculation(operator, binary);
            return;
        }
        out.append("MOD(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }
}
