package org.aludel.compliance.oddity;

import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.sql.BindParameter;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Operator;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Oddity's SQL: FETCH for limits, MINUS for differences, MOD for remainders, DECODE for equality of nulls. */
final class OddityCompiler extends SqlCompiler {

    OddityCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    public void visitBinary(Binary<?> binary) {
        if (!binary.operator().equals(Operator.MODULO)) {
            super.visitBinary(binary);
            return;
        }
        out.append("MOD(");
        operand(binary.left(), Operator.NONE, binary.right());
        out.append(", ");
        operand(binary.right(), Operator.NONE, binary.left());
        out.append(')');
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        out.append("DECODE(");
        operand(comparison.left(), Operator.NONE, comparison.right());
        out.append(", ");
        operand(comparison.right(), Operator.NONE, comparison.left());
        out.append(distinct ? ", 0, 1) = 1" : ", 0, 1) = 0");
    }

    @Override
    protected String functionName(Func<?> function) {
        return function.name().equals("char_length") ? "LENGTH" : super.functionName(function);
    }

    @Override
    protected void fromNothing() {
        out.append(" FROM DUAL");
    }

    @Override
    protected String aliasKeyword() {
        return " ";
    }

    @Override
    protected String compoundKeyword(CompoundSelect.Kind kind) {
        return kind == CompoundSelect.Kind.EXCEPT ? "MINUS" : super.compoundKeyword(kind);
    }

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        if (offset != null) {
            out.append(" OFFSET ");
            offset.accept(this);
            out.append(" ROWS");
        }
        if (limit != null) {
            out.append(" FETCH NEXT ");
            limit.accept(this);
            out.append(" ROWS ONLY");
        }
    }

    @Override
    protected void lock(LockMode mode) {
        super.lock(LockMode.UPDATE);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        // values in a CASE, and numbers beside numbers of another kind, would be taken for something else
        if (sibling instanceof Case<?> || isOtherNumber(type, sibling)) {
            castBind(bind, type);
        } else {
            super.bindBeside(bind, type, sibling);
        }
    }
}
