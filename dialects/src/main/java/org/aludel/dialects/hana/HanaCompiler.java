package org.aludel.dialects.hana;

import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** SAP's SQL, as HANA has it; its older relative overrides what it lacks. */
class HanaCompiler extends SqlCompiler {

    HanaCompiler(Compilation compilation) {
        super(compilation);
    }

    /** A pattern may be longer than the column it is compared with, and a cast would cut it. */
    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        return type instanceof StringType text && !text.fixed() ? "NVARCHAR(5000)" : super.bindTypeName(type);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (sibling == null || sibling instanceof BindParameter<?> || sibling instanceof Case<?>) {
            castBind(bind, type);
        } else {
            super.bindBeside(bind, type, sibling);
        }
    }

    @Override
    protected void fromNothing() {
        out.append(" FROM ").append(singleRowTable());
    }

    @Override
    protected void unlimited() {
        out.append(" LIMIT 9223372036854775807");
    }

    @Override
    protected String withKeyword(boolean recursive) {
        if (recursive) {
            throw unsupported("recursive common table expressions (hierarchy functions do their work)");
        }
        return "WITH ";
    }

    @Override
    protected void lock(LockMode mode) {
        super.lock(new LockMode(mode.share(), mode.nowait(), false, mode.keyShare(), mode.of()));
        if (mode.skipsLocked()) {
            if (!dialect.supports(Capability.SKIP_LOCKED)) {
                throw unsupported("SKIP LOCKED");
            }
            out.append(" IGNORE LOCKED");
        }
    }

    @Override
    protected String sharedLock() {
        return " FOR SHARE LOCK";
    }

    @Override
    protected void distinctFrom(Comparison comparison, boolean distinct) {
        distinctByCase(comparison, distinct);
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

    @Override
    public void visitNextValue(NextValue next) {
        out.append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append(".NEXTVAL");
    }

    @Override
    protected String emptyColumns(Table table) {
        return " (" + dialect.identifiers().quote(table.columns().get(0).name()) + ")";
    }

    @Override
    protected String emptyValues() {
        return " VALUES (DEFAULT)";
    }

    @Override
    protected boolean usesOnConflict() {
        return false;
    }

    @Override
    protected String singleRowTable() {
        return "DUMMY";
    }
}
