package org.aludel.dialects.hana;

import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.Identity;

/** MaxDB's definitions: a serial default generates keys. */
final class MaxDbDdlCompiler extends HanaDdlCompiler {

    MaxDbDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String generated(Column<?> column) {
        return " DEFAULT SERIAL";
    }

    @Override
    protected String identity(Identity identity) {
        return " DEFAULT SERIAL" + (identity.start() == null ? "" : "(" + identity.start() + ")");
    }
}
