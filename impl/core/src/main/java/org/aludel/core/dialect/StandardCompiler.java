package org.aludel.core.dialect;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.JsonItem;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Regexp;
import org.aludel.sql.tree.RegexpReplace;

/** The SQL in which statements print themselves: for what no standard has words, words that say what is meant. */
final class StandardCompiler extends SqlCompiler {

    private static final Operator REGEXP = new Operator("<regexp>", 5, false);
    private static final Operator NOT_REGEXP = new Operator("<not regexp>", 5, false);

    StandardCompiler(Compilation compilation) {
        super(compilation);
    }

    /** No standard says more of locks. */
    @Override
    protected void lock(LockMode mode) {
        out.append(" FOR UPDATE");
    }

    @Override
    protected void hinted(String hint, Runnable table) {
        table.run();
        out.append(" [").append(hint).append(']');
    }

    @Override
    protected String functionName(Func<?> function) {
        return function.name().equalsIgnoreCase("now") ? "now" : super.functionName(function);
    }

    @Override
    protected String emptyColumns(Table table) {
        return " ()";
    }

    @Override
    protected String emptyValues() {
        return " VALUES ()";
    }

    @Override
    protected void deleteUsing(FromItem target, List<FromItem> others) {
        out.append(" , ");
        fromItems(others);
    }

    @Override
    public void visitNextValue(NextValue next) {
        out.append("<next sequence value: ")
                .append(dialect.identifiers()
                        .qualified(next.sequence().schema(), next.sequence().name()))
                .append('>');
    }

    @Override
    public void visitRegexp(Regexp regexp) {
        infix(regexp.negated() ? NOT_REGEXP : REGEXP, regexp.operand(), regexp.pattern());
    }

    @Override
    public void visitRegexpReplace(RegexpReplace<?> replace) {
        regexpFunction("<regexp replace>", null, replace.operand(), replace.pattern(), replace.replacement());
    }

    @Override
    public void visitJsonItem(JsonItem<?> item) {
        operand(item.document(), item.operator(), null);
        out.append('[');
        write(item.key());
        out.append(']');
    }
}
