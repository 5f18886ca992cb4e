package org.aludel.dialects.oracle;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;

/** Oracle's definitions. */
final class OracleDdlCompiler extends DdlCompiler {

    OracleDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String storage(Column<?> column) {
        if (column.isComputedStored()) {
            throw cannot("a computed column that is kept");
        }
        return "";
    }
}
