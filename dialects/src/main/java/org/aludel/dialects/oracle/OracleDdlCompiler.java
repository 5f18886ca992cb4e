package org.aludel.dialects.oracle;

import java.util.Locale;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Table;
import org.aludel.sql.Capability;

/**
 * Oracle's definitions. Options, after {@code oracle_}: {@code on_commit} and {@code compress} of tables, {@code bitmap}
 * and {@code compress} of indexes.
 */
final class OracleDdlCompiler extends DdlCompiler {

    OracleDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    // ---- tables

    @Override
    protected String tableOptions(Table table) {
        Object onCommit = table.options().options().get(dialect, "on_commit");
        Object compress = table.options().options().get(dialect, "compress");
        return (onCommit == null
                        ? ""
                        : " ON COMMIT " + onCommit.toString().replace('_', ' ').toUpperCase(Locale.ROOT))
                + (compress == null || compress.equals(false)
                        ? ""
                        : compress.equals(true) ? " COMPRESS" : " COMPRESS FOR " + compress);
    }

    @Override
    protected String storage(Column<?> column) {
        Boolean stored = column.computedStorage();
        if (Boolean.TRUE.equals(stored)) {
            throw cannot("a computed column that is kept; leave it virtual");
        }
        return stored == null ? "" : " VIRTUAL";
    }

    @Override
    protected String identity(Identity identity) {
        return dialect.supports(Capability.IDENTITY) ? super.identity(identity) : "";
    }

    @Override
    protected String onNull() {
        return " ON NULL";
    }

    /** There is no such thing: triggers must do it. */
    @Override
    protected String onUpdate(ForeignKey key) {
        return "";
    }

    // ---- indexes

    @Override
    public void visitCreateIndex(DdlElement.CreateIndex element) {
        Index index = element.index();
        Table table = element.table();
        Object bitmap = index.options().get(dialect, "bitmap");
        Object compress = index.options().get(dialect, "compress");
        write("CREATE " + indexKind(index) + (Boolean.TRUE.equals(bitmap) ? "BITMAP " : "") + "INDEX "
                + indexFlags(element) + indexName(table, index, true) + " ON " + indexTable(table) + " ("
                + indexParts(table, index) + ")"
                + (compress == null || compress.equals(false)
                        ? ""
                        : compress.equals(true) ? " COMPRESS" : " COMPRESS " + compress));
    }

    /** There is no such thing for indexes before version 23. */
    @Override
    protected String indexFlags(DdlElement.CreateIndex element) {
        return "";
    }

    // ---- sequences, comments

    @Override
    protected String noMinValue() {
        return "NOMINVALUE";
    }

    @Override
    protected String noMaxValue() {
        return "NOMAXVALUE";
    }

    @Override
    protected String noCycle() {
        return "NOCYCLE";
    }

    @Override
    protected String noOrder() {
        return "NOORDER";
    }

    /** The empty comment of a table is none. */
    @Override
    public void visitSetComment(DdlElement.SetComment element) {
        super.visitSetComment(
                element.comment() == null && element.column() == null
                        ? new DdlElement.SetComment(element.table(), null, "")
                        : element);
    }
}
