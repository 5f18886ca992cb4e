package org.aludel.dialects.access;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;

/** Access's definitions: counters, no checks, no computed columns. */
final class AccessDdlCompiler extends DdlCompiler {

    AccessDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String columnType(Table table, Column<?> column) {
        Expr<?> computed = column.computedBy();
        if (computed != null) {
            throw cannot("computed columns");
        }
        return column == table.generatedColumn() ? "COUNTER" : super.columnType(table, column);
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + indexName(element.table(), element.index(), false) + " ON " + name(element.table()));
    }

    @Override
    public void visitCreateSequence(DdlElement.CreateSequence element) {
        throw cannot("sequences");
    }

    @Override
    public void visitDropSequence(DdlElement.DropSequence element) {
        throw cannot("sequences");
    }
}
