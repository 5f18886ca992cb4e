package org.aludel.dialects.mssql;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;

/** SQL Server's definitions. */
final class SqlServerDdlCompiler extends DdlCompiler {

    SqlServerDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }
}
