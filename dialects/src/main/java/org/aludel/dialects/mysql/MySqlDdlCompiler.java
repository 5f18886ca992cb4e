package org.aludel.dialects.mysql;

import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;

/** The definitions of MySQL and MariaDB. */
final class MySqlDdlCompiler extends DdlCompiler {

    MySqlDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    @Override
    protected String column(Table table, Column<?> column) {
        StringBuilder line = new StringBuilder(quoted(column)).append(' ').append(columnType(table, column));
        Expr<?> computed = column.computedBy();
        if (computed != null) {
            line.append(" GENERATED ALWAYS AS (")
                    .append(expression(computed))
                    .append(')')
                    .append(storage(column));
        }
        if (!column.isNullable()) {
            line.append(" NOT NULL");
        } else if (column.type().family() == org.aludel.types.TypeFamily.TIMESTAMP && computed == null) {
            line.append(" NULL");
        }
        String byDefault = defaultOf(column);
        if (byDefault != null) {
            line.append(" DEFAULT ").append(byDefault);
        }
        if (column == table.generatedColumn() && computed == null) {
            line.append(" AUTO_INCREMENT");
        }
        if (column.comment() != null) {
            line.append(" COMMENT ").append(dialect.literals().string(column.comment()));
        }
        return line.toString();
    }

    private @org.jspecify.annotations.Nullable String defaultOf(Column<?> column) {
        Object value = column.serverDefault();
        if (value instanceof Expr<?> expression) {
            return expression(expression);
        }
        return value == null ? null : dialect.literals().string(value.toString());
    }

    @Override
    protected String storage(Column<?> column) {
        return column.isComputedStored() ? " STORED" : " VIRTUAL";
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        if (element.isForeignKey()) {
            write("ALTER TABLE " + name(element.table()) + " DROP FOREIGN KEY "
                    + dialect.identifiers().quote(element.name()));
        } else {
            super.visitDropConstraint(element);
        }
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + dialect.identifiers().quote(element.name()) + " ON " + name(element.table()));
    }
}
