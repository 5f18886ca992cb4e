package org.aludel.dialects.postgresql;

import java.util.stream.Collectors;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.types.IntegerType;
import org.aludel.types.Type;

/** PostgreSQL's definitions. */
final class PostgreSqlDdlCompiler extends DdlCompiler {

    PostgreSqlDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String columnType(Table table, Column<?> column) {
        if (column != table.generatedColumn() || column.identityOptions() != null) {
            return super.columnType(table, column);
        }
        Type<?> type = column.type();
        int bits = type instanceof IntegerType<?> integer ? integer.bits() : 32;
        return bits == 16 ? "SMALLSERIAL" : bits == 32 ? "SERIAL" : "BIGSERIAL";
    }

    @Override
    public void visitCreateEnum(DdlElement.CreateEnum element) {
        write("CREATE TYPE " + dialect.columnTypeName(element.type()) + " AS ENUM ("
                + element.type().labels().stream()
                        .map(dialect.literals()::string)
                        .collect(Collectors.joining(","))
                + ")");
    }

    @Override
    public void visitDropEnum(DdlElement.DropEnum element) {
        write("DROP TYPE " + dialect.columnTypeName(element.type()));
    }

    @Override
    protected String storage(Column<?> column) {
        return " STORED";
    }

    @Override
    protected String indexCondition(Expr<Boolean> condition) {
        return " WHERE " + expression(condition);
    }
}
