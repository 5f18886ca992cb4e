package org.aludel.dialects.mssql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Options;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Expr;
import org.aludel.sql.tree.NextValue;

/**
 * SQL Server's definitions. Options, after {@code mssql_}: {@code clustered} of primary keys, unique constraints and
 * indexes; {@code include} and {@code where} of indexes; {@code identity_start} and {@code identity_increment} of columns.
 */
final class SqlServerDdlCompiler extends DdlCompiler {

    SqlServerDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    // ---- columns

    /** Whether a column may be null is always said: what holds for one that does not say it depends on the session. */
    @Override
    protected String column(Table table, Column<?> column) {
        Expr<?> computed = column.computedBy();
        StringBuilder line = new StringBuilder(quoted(column))
                .append(computed == null ? " " + columnType(table, column) : computed(column, computed));
        Identity identity = column.identityOptions();
        boolean hasSequence = column.onInsert() instanceof ColumnDefault.Expression byDefault
                && byDefault.expression() instanceof NextValue;
        if (!column.isNullable() || hasSequence || identity != null) {
            line.append(" NOT NULL");
        } else if (computed == null) {
            line.append(" NULL");
        }
        if (identity != null) {
            return line.append(identity(identity)).toString();
        }
        if (column == table.generatedColumn() && sequence(column) == null) {
            return line.append(generated(column)).toString();
        }
        String byDefault = serverDefault(column);
        return line.append(byDefault == null ? "" : " DEFAULT " + byDefault).toString();
    }

    @Override
    protected String computed(Column<?> column, Expr<?> expression) {
        return " AS (" + expression(expression) + ")"
                + (Boolean.TRUE.equals(column.computedStorage()) ? " PERSISTED" : "");
    }

    @Override
    protected String identity(Identity identity) {
        return identity(identity.options().start(), identity.options().increment());
    }

    @Override
    protected String generated(Column<?> column) {
        return identity(
                column.options().get(dialect, "identity_start"),
                column.options().get(dialect, "identity_increment"));
    }

    private static String identity(
            @org.jspecify.annotations.Nullable Object start, @org.jspecify.annotations.Nullable Object increment) {
        return start == null && increment == null
                ? " IDENTITY"
                : " IDENTITY(" + (start == null ? 1 : start) + "," + (increment == null ? 1 : increment) + ")";
    }

    // ---- constraints and indexes

    @Override
    protected String keyWords(Table table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return clustered(key.options());
        }
        return constraint instanceof UniqueConstraint unique ? clustered(unique.options()) : "";
    }

    /** In the order of the declaration, wherever the generated one stands. */
    @Override
    protected List<Column<?>> keyColumns(Table table) {
        List<Column<?>> keys = new ArrayList<>(table.primaryKey());
        if (keys.isEmpty() || keys.get(0) != table.generatedColumn()) {
            return keys;
        }
        keys.sort(Comparator.comparingInt(table.columns()::indexOf));
        return keys;
    }

    /** There is no such thing for indexes. */
    @Override
    protected String indexFlags(DdlElement.CreateIndex element) {
        return "";
    }

    private String clustered(Options options) {
        return options.get(dialect, "clustered") instanceof Boolean on ? on ? " CLUSTERED" : " NONCLUSTERED" : "";
    }

    @Override
    protected String indexKind(Index index) {
        String clustered = clustered(index.options());
        return super.indexKind(index) + (clustered.isEmpty() ? "" : clustered.substring(1) + " ");
    }

    @Override
    protected String indexOptions(Table table, Index index) {
        StringBuilder text = new StringBuilder();
        if (index.options().get(dialect, "include") instanceof Collection<?> included) {
            List<String> names = new ArrayList<>();
            for (Object one : included) {
                names.add(quoted(one instanceof Column<?> column ? column : table.c(one.toString())));
            }
            text.append(" INCLUDE (").append(String.join(", ", names)).append(')');
        }
        Object where = index.options().get(dialect, "where");
        if (where instanceof Expr<?> condition) {
            text.append(" WHERE ").append(expression(condition));
        } else if (index.where() != null) {
            text.append(" WHERE ").append(expression(index.where()));
        }
        return text.toString();
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + ifExists(element.isIfExists()) + indexName(element.table(), element.index(), false)
                + " ON " + name(element.table()));
    }

    // ---- sequences

    @Override
    protected String sequenceType(Sequence sequence) {
        return sequence.dataType() == null ? "" : " AS " + dialect.columnTypeName(sequence.dataType());
    }
}
