package org.aludel.core.dialect;

import java.util.List;
import org.aludel.core.compiler.Compilation;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.schema.Table;
import org.aludel.sql.FromItem;
import org.aludel.sql.tree.NextValue;

/** The SQL in which statements print themselves: for what no standard has words, words that say what is meant. */
final class StandardCompiler extends SqlCompiler {

    StandardCompiler(Compilation compilation) {
        super(compilation);
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
}
