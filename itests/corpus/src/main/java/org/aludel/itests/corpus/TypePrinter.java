package org.aludel.itests.corpus;

import org.aludel.core.dialect.CoreDialect;
import org.aludel.sql.CompiledSql;
import org.aludel.sql.Sql;
import org.aludel.types.Type;
import org.aludel.types.Types;

/** How a dialect spells a type. */
final class TypePrinter {

    private TypePrinter() {}

    static CompiledSql compile(Type<?> type, CoreDialect dialect) {
        String name = dialect.toSql(type);
        return dialect.compile(Sql.literalColumn(name, Types.UNKNOWN));
    }
}
