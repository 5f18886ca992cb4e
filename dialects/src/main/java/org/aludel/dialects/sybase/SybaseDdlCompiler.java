package org.aludel.dialects.sybase;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;

/** Sybase's definitions: each column says whether it takes NULL, for the default is a setting of the database. */
final class SybaseDdlCompiler extends DdlCompiler {

    SybaseDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String generated(Column<?> column) {
        return " IDENTITY";
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    protected String nullability(Table table, Column<?> column) {
        return column == table.generatedColumn() ? "" : column.isNullable() ? " NULL" : " NOT NULL";
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + name(element.table()) + "." + indexName(element.table(), element.index(), false));
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
