package org.aludel.dialects.sqlite;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;

/** SQLite's definitions. */
final class SqliteDdlCompiler extends DdlCompiler {

    SqliteDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String columnType(Table table, Column<?> column) {
        boolean rowId = column == table.generatedColumn() && table.primaryKey().size() == 1;
        // only INTEGER makes a key the row id, which the database generates
        return rowId ? "INTEGER" : super.columnType(table, column);
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    protected String indexCondition(Expr<Boolean> condition) {
        return " WHERE " + expression(condition);
    }

    @Override
    public void visitAddConstraint(DdlElement.AddConstraint element) {
        throw cannot("adding a constraint to a table");
    }

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        throw cannot("dropping a constraint of a table");
    }
}
