package org.aludel.dialects.postgresql;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;

/** PostgreSQL's SQL. */
final class PostgreSqlCompiler extends SqlCompiler {

    PostgreSqlCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void ignoringCase(Like like) {
        operand(like.operand(), Operator.LIKE, null);
        out.append(like.negated() ? " NOT ILIKE " : " ILIKE ");
        operand(like.pattern(), Operator.LIKE, null);
        escape(like);
    }

    @Override
    protected void distinctOn(List<Expr<?>> expressions) {
        out.append("ON (");
        list(expressions);
        out.append(") ");
    }

    @Override
    protected void unlimited() {}

    @Override
    protected String functionName(Func<?> function) {
        return function.name().equalsIgnoreCase("now") ? "now" : super.functionName(function);
    }

    @Override
    public void visitNextValue(NextValue next) {
        String name = dialect.identifiers()
                .qualified(next.sequence().schema(), next.sequence().name());
        out.append("nextval(").append(dialect.literals().string(name)).append(')');
    }

    @Override
    protected void rowValue(Expr<?> value, Column<?> column, boolean first) {
        if (first && value instanceof BindParameter<?>) {
            // the server takes the type of a VALUES column from its first row, and of a bare parameter it knows none
            out.append("CAST(");
            super.rowValue(value, column, true);
            out.append(" AS ")
                    .append(dialect.castTypeName(column.type()))
                    .append(')');
        } else {
            super.rowValue(value, column, first);
        }
    }
}
