package org.aludel.dialects.sybase;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;

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
        if (isGenerated(table, column)) {
            return "";
        }
        return column.isNullable() && column.identityOptions() == null ? " NULL" : " NOT NULL";
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + dialect.identifiers().quote(element.table().name()) + "."
                + indexName(element.table(), element.index(), false));
    }

    @Override
    public void visitCreateSequence(DdlElement.CreateSequence element) {
        requireSequences();
        super.visitCreateSequence(element);
    }

    @Override
    public void visitDropSequence(DdlElement.DropSequence element) {
        requireSequences();
        super.visitDropSequence(element);
    }

    private void requireSequences() {
        if (!dialect.settings().flag("unchecked", false)) {
            throw cannot("sequences");
        }
    }

    @Override
    protected String computed(Column<?> column, Expr<?> expression) {
        Boolean stored = column.computedStorage();
        return " AS (" + expression(expression) + ")"
                + (stored == null ? "" : stored ? " MATERIALIZED" : " NOT MATERIALIZED");
    }
}
