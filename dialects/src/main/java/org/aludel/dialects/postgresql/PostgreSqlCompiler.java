package org.aludel.dialects.postgresql;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.Like;
import org.aludel.sql.tree.Match;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;
import org.aludel.types.IntervalType;
import org.aludel.types.SensitiveType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.aludel.types.Types;

/** PostgreSQL's SQL. */
final class PostgreSqlCompiler extends SqlCompiler {

    PostgreSqlCompiler(Compilation compilation) {
        super(compilation);
    }

    @Override
    protected void ignoringCase(Like like) {
        ilike(like);
    }

    @Override
    protected void fullTextSearch(Match match) {
        boolean before = beginOperation();
        operand(match.operand(), Operator.MATCH, null);
        out.append(" @@ to_tsquery(");
        if (match.config() != null) {
            out.append(dialect.literals().string(match.config())).append(", ");
        }
        operand(match.pattern(), Operator.MATCH, match.operand());
        out.append(')');
        endOperation(before);
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        String flags = regexp.flags();
        boolean ignoringCase = "i".equals(flags);
        String sign = (regexp.negated() ? "!~" : "~") + (ignoringCase ? "*" : "");
        if (flags == null || ignoringCase) {
            infix(new Operator(sign, 5, false), regexp.operand(), regexp.pattern());
            return;
        }
        operand(regexp.operand(), Operator.REGEXP, null);
        out.append(' ').append(sign).append(" CONCAT('(?', ");
        visitBind(BindParameter.of(Types.STRING, flags));
        out.append(", ')', ");
        operand(regexp.pattern(), Operator.REGEXP, regexp.operand());
        out.append(')');
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        regexpFunction("REGEXP_REPLACE", replace.flags(), replace.operand(), replace.pattern(), replace.replacement());
    }

    @Override
    public void visitJsonItem(JsonItem<?> item) {
        if (item.form() != JsonItem.Form.VALUE) {
            jsonItem(item);
            return;
        }
        out.append("CAST(");
        jsonItem(item);
        boolean floating = item.type().family() == TypeFamily.FLOAT;
        out.append(" AS ")
                .append(floating ? "FLOAT" : dialect.castTypeName(item.type()))
                .append(')');
    }

    private void jsonItem(JsonItem<?> item) {
        boolean before = beginOperation();
        out.append(before ? "(" : "");
        operand(item.document(), item.operator(), null);
        out.append(' ').append(item.operator().sql());
        out.append(item.form() == JsonItem.Form.JSON ? " " : "> ");
        if (item.path()) {
            bindBy(item.key(), PathHandler.INSTANCE);
        } else {
            operand(item.key(), item.operator(), null);
        }
        out.append(before ? ")" : "");
        endOperation(before);
    }

    @Override
    protected void distinctOn(List<Expr<?>> expressions) {
        out.append("ON (");
        list(expressions);
        out.append(") ");
    }

    @Override
    protected void unlimited() {
        out.append(" LIMIT ALL");
    }

    @Override
    protected void fetchCount(Expr<?> count) {
        out.append('(');
        count.accept(this);
        out.append(')');
    }

    @Override
    protected String lockStrength(LockMode mode) {
        if (mode.keyShare()) {
            return mode.share() ? " FOR KEY SHARE" : " FOR NO KEY UPDATE";
        }
        return super.lockStrength(mode);
    }

    /** The one hint there is leaves out the tables that inherit. */
    @Override
    protected void hinted(String hint, Runnable table) {
        if (!hint.equalsIgnoreCase("ONLY")) {
            throw unsupported("the hint " + hint);
        }
        out.append("ONLY ");
        table.run();
    }

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
            out.append(" AS ").append(dialect.castTypeName(column.type())).append(')');
        } else {
            super.rowValue(value, column, first);
        }
    }

    /** A length of time goes as text, whose type the database does not guess right beside a moment. */
    @Override
    protected void bindMark(Type<?> type) {
        Type<?> plain = type instanceof SensitiveType<?> secret ? secret.base() : type;
        boolean guessed = compilation.isExecuted() && compilation.kind() != Compiled.Kind.INSERT;
        if (guessed && plain instanceof IntervalType interval && interval.nativeType()) {
            out.append("CAST(? AS INTERVAL)");
        } else {
            super.bindMark(type);
        }
    }
}
