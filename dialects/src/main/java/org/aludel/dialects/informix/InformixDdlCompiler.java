package org.aludel.dialects.informix;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;
import org.aludel.types.IntegerType;

/** Informix's definitions: serial types generate keys, and the name of a constraint follows it. */
final class InformixDdlCompiler extends DdlCompiler {

    InformixDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String columnType(Table table, Column<?> column) {
        if (column != table.generatedColumn()) {
            return super.columnType(table, column);
        }
        return column.type() instanceof IntegerType<?> number && number.bits() == 64 ? "BIGSERIAL" : "SERIAL";
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    protected String constraint(Table table, Constraint constraint) {
        String written = super.constraint(table, constraint);
        if (!written.startsWith("CONSTRAINT ")) {
            return written;
        }
        int end = nameEnd(written);
        return written.substring(end + 1) + " " + written.substring(0, end);
    }

    /** Where the name after CONSTRAINT ends, which may be in quotes. */
    private static int nameEnd(String written) {
        int start = "CONSTRAINT ".length();
        return written.charAt(start) == '"' ? written.indexOf("\" ", start + 1) + 1 : written.indexOf(' ', start);
    }

    @Override
    public void visitAddConstraint(DdlElement.AddConstraint element) {
        write("ALTER TABLE " + name(element.table()) + " ADD CONSTRAINT "
                + constraint(element.table(), element.constraint()));
    }
}
