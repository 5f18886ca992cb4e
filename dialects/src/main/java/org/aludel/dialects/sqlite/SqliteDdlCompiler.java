package org.aludel.dialects.sqlite;

import java.util.regex.Pattern;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.Text;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/** SQLite's definitions. */
final class SqliteDdlCompiler extends DdlCompiler {

    /** A call of a function, which DEFAULT takes in parentheses only. */
    private static final Pattern CALL = Pattern.compile("\\w+\\s*\\(.*\\)", Pattern.DOTALL);

    SqliteDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    // ---- tables

    @Override
    protected String column(Table table, Column<?> column) {
        if (Boolean.TRUE.equals(column.autoincrement())
                && table.primaryKey().size() > 1
                && table.primaryKey().contains(column)) {
            throw cannot("generated values in a primary key of several columns");
        }
        StringBuilder line = new StringBuilder(quoted(column)).append(' ').append(columnType(table, column));
        String byDefault = serverDefault(column);
        if (byDefault != null) {
            line.append(" DEFAULT ").append(byDefault);
        }
        if (!column.isNullable()) {
            line.append(" NOT NULL").append(onConflict(column.options().get(dialect, "on_conflict_not_null")));
        }
        if (inlinesPrimaryKey(table) && table.primaryKey().contains(column)) {
            Object conflict = column.options().get(dialect, "on_conflict_primary_key");
            line.append(" PRIMARY KEY").append(onConflict(conflict)).append(" AUTOINCREMENT");
        }
        Expr<?> computed = column.computedBy();
        return computed == null
                ? line.toString()
                : line.append(computed(column, computed)).toString();
    }

    @Override
    protected String columnType(Table table, Column<?> column) {
        boolean rowId = isGenerated(table, column)
                && table.primaryKey().size() == 1
                && column.type().family() == TypeFamily.INTEGER;
        // only INTEGER makes a key the row id, which the database generates
        return rowId ? "INTEGER" : super.columnType(table, column);
    }

    @Override
    protected boolean inlinesPrimaryKey(Table table) {
        return Boolean.TRUE.equals(table.options().options().get(dialect, "autoincrement"))
                && table.primaryKey().size() == 1
                && table.primaryKey().get(0).type().family() == TypeFamily.INTEGER
                && !table.primaryKey().get(0).isReferring();
    }

    @Override
    protected String defaultExpression(Expr<?> expression) {
        String written = expression(expression);
        boolean asWritten = expression instanceof Text && !CALL.matcher(written).matches();
        return asWritten ? written : "(" + written + ")";
    }

    @Override
    protected String identity(Identity identity) {
        return "";
    }

    @Override
    protected String tableOptions(Table table) {
        boolean rowId = !Boolean.FALSE.equals(table.options().options().get(dialect, "with_rowid"));
        boolean strict = Boolean.TRUE.equals(table.options().options().get(dialect, "strict"));
        return (rowId ? "" : " WITHOUT ROWID") + (strict ? (rowId ? " STRICT" : ", STRICT") : "");
    }

    // ---- constraints

    @Override
    protected boolean leavesOut(ForeignKey key) {
        String own = key.table().schema();
        String other = key.referredTable().schema();
        // a foreign key can't leave its database file
        return own == null ? other != null : !own.equals(other);
    }

    @Override
    protected String referred(ForeignKey key) {
        return dialect.identifiers().quote(key.referredTable().name());
    }

    @Override
    protected String constraintOptions(Table table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            Object conflict = key.options().get(dialect, "on_conflict");
            Object ofColumn = table.primaryKey().size() == 1
                    ? table.primaryKey().get(0).options().get(dialect, "on_conflict_primary_key")
                    : null;
            return onConflict(conflict == null ? ofColumn : conflict);
        }
        if (constraint instanceof UniqueConstraint unique) {
            Object conflict = unique.options().get(dialect, "on_conflict");
            Object ofColumn = unique.columns().size() == 1
                    ? table.c(unique.columns().get(0)).options().get(dialect, "on_conflict_unique")
                    : null;
            return onConflict(conflict == null ? ofColumn : conflict);
        }
        return constraint instanceof CheckConstraint check
                ? onConflict(check.options().get(dialect, "on_conflict"))
                : "";
    }

    private static String onConflict(@Nullable Object resolution) {
        return resolution == null ? "" : " ON CONFLICT " + resolution;
    }

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        super.visitDropConstraint(element);
    }

    // ---- indexes

    @Override
    public void visitCreateIndex(DdlElement.CreateIndex element) {
        Table table = element.table();
        Index index = element.index();
        write("CREATE " + indexKind(index) + "INDEX " + ifNotExists(element.isIfNotExists())
                + indexName(table, index, true) + " ON " + dialect.identifiers().quote(table.name()) + " ("
                + indexParts(table, index) + ")" + indexOptions(table, index));
    }

    @Override
    protected String indexOptions(Table table, Index index) {
        Object where = index.options().get(dialect, "where");
        return (where == null ? "" : " WHERE " + (where instanceof Node node ? definition(node) : where.toString()))
                + super.indexOptions(table, index);
    }

    @Override
    protected String indexCondition(Expr<Boolean> condition) {
        return " WHERE " + expression(condition);
    }
}
