package org.aludel.dialects.db2;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Delete;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.OutputColumn;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Case;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.StringType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/** Db2's SQL: rows of changed data from data change tables, FETCH FIRST, parameters that need a type. */
final class Db2Compiler extends SqlCompiler {

    Db2Compiler(Compilation compilation) {
        super(compilation);
    }

    // ---- parameters

    @Override
    public void visitBind(BindParameter<?> bind) {
        castBind(bind, bind.type());
    }

    /** A pattern may be longer than the column it is compared with, and a cast would cut it. */
    @Override
    protected @Nullable String bindTypeName(Type<?> type) {
        return type instanceof StringType text && !text.fixed() ? "VARCHAR(4000)" : super.bindTypeName(type);
    }

    @Override
    protected void bindBeside(BindParameter<?> bind, Type<?> type, @Nullable Expr<?> sibling) {
        if (sibling == null || sibling instanceof BindParameter<?> || sibling instanceof Case<?>) {
            castBind(bind, type);
        } else {
            bind(bind, type);
        }
    }

    // ---- select

    @Override
    protected void fromNothing() {
        out.append(" FROM SYSIBM.SYSDUMMY1");
    }

    @Override
    protected String withKeyword(boolean recursive) {
        return "WITH ";
    }

    @Override
    protected void limit(@Nullable Expr<?> limit, @Nullable Expr<?> offset, boolean ordered) {
        offsetAndFetch(limit, offset);
    }

    @Override
    protected void lock(LockMode mode) {
        out.append(
                mode.share()
                        ? " FOR READ ONLY WITH RS USE AND KEEP SHARE LOCKS"
                        : " FOR UPDATE WITH RS USE AND KEEP UPDATE LOCKS");
        if (mode.nowait()) {
            throw unsupported("NOWAIT (CURRENT LOCK TIMEOUT sets how long a connection waits)");
        }
        if (mode.skipsLocked()) {
            out.append(" SKIP LOCKED DATA");
        }
    }

    // ---- expressions

    @Override
    public void visitInExpressions(InExpressions in) {
        if (in.operand() instanceof Tuple) {
            tuplesAsConditions(in);
        } else {
            super.visitInExpressions(in);
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

    @Override
    protected String functionName(Func<?> function) {
        return switch (function.name()) {
            case "char_length", "character_length" -> "length";
            case "random" -> "rand";
            default -> super.functionName(function);
        };
    }

    // ---- changes

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
    protected String emptyColumns(Table table) {
        // a column left out gets its default, so naming one is enough
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
}
