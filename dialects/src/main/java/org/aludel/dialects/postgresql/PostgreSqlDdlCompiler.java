package org.aludel.dialects.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Order;
import org.aludel.types.IntegerType;
import org.aludel.types.SqlNamedType;
import org.aludel.types.Type;

/** PostgreSQL's definitions. */
final class PostgreSqlDdlCompiler extends DdlCompiler {

    private PostgreSqlDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    /** A method, so that the dialect can be loaded without this class. */
    static DdlCompiler of(CoreDialect dialect, SqlCompiler sql) {
        return new PostgreSqlDdlCompiler(dialect, sql);
    }

    // ---- tables

    @Override
    protected String columnType(Table table, Column<?> column) {
        if (!isGenerated(table, column) || column.identityOptions() != null || column.serverDefault() != null) {
            return super.columnType(table, column);
        }
        Type<?> type = dialect.physical(typeOf(column));
        Type<?> plain = type instanceof SqlNamedType<?> named ? named.like() : type;
        int bits = plain instanceof IntegerType<?> integer ? integer.bits() : 32;
        return bits == 16 ? "SMALLSERIAL" : bits == 32 ? "SERIAL" : "BIGSERIAL";
    }

    @Override
    protected String storage(Column<?> column) {
        if (Boolean.FALSE.equals(column.computedStorage())) {
            if (dialect.settings().version() != null && dialect.settings().isAtLeast(18, 0)) {
                return " VIRTUAL";
            }
            throw cannot("a computed column that is not stored");
        }
        return " STORED";
    }

    @Override
    protected String tableOptions(Table table) {
        Map<String, Object> options = table.options().options().of(dialect);
        StringBuilder text = new StringBuilder();
        Object parents = options.get("inherits");
        if (parents != null) {
            List<?> all = parents instanceof List<?> list ? list : List.of(parents);
            text.append(" INHERITS ( ")
                    .append(all.stream()
                            .map(parent -> dialect.identifiers().quote(parent.toString()))
                            .collect(Collectors.joining(", ")))
                    .append(" )");
        }
        append(text, " PARTITION BY ", options.get("partition_by"));
        Object oids = options.get("with_oids");
        if (oids != null) {
            text.append(Boolean.TRUE.equals(oids) ? " WITH OIDS" : " WITHOUT OIDS");
        }
        Object commit = options.get("on_commit");
        if (commit != null) {
            text.append(" ON COMMIT ")
                    .append(commit.toString().replace('_', ' ').toUpperCase(Locale.ROOT));
        }
        Object space = options.get("tablespace");
        if (space != null) {
            text.append(" TABLESPACE ").append(dialect.identifiers().quote(space.toString()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String word, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            text.append(word).append(value);
        }
    }

    @Override
    protected String constraintOptions(Table table, Constraint constraint) {
        Object invalid = constraint instanceof ForeignKey key
                ? key.options().get(dialect, "not_valid")
                : constraint instanceof CheckConstraint check ? check.options().get(dialect, "not_valid") : null;
        return Boolean.TRUE.equals(invalid) ? " NOT VALID" : "";
    }

    // ---- indexes

    @Override
    protected String indexFlags(DdlElement.CreateIndex element) {
        return concurrently(element.index()) + super.indexFlags(element);
    }

    private String concurrently(Index index) {
        return Boolean.TRUE.equals(index.options().get(dialect, "concurrently")) ? "CONCURRENTLY " : "";
    }

    @Override
    protected String indexMethod(Index index) {
        Object method = index.options().get(dialect, "using");
        return method == null
                ? ""
                : " USING " + dialect.identifiers().quote(method.toString().toLowerCase(Locale.ROOT));
    }

    @Override
    protected String indexPart(Table table, Index index, Node part) {
        Node named = part instanceof Label<?> label ? label.expression() : part;
        boolean bare = named instanceof Column<?>
                || named instanceof Func<?>
                || named instanceof Order
                || named instanceof Cast<?>;
        String text = definition(named);
        String name =
                part instanceof Label<?> label ? label.name() : part instanceof Column<?> column ? column.key() : "";
        Object operators = index.options().get(dialect, "ops");
        Object own = operators instanceof Map<?, ?> byName ? byName.get(name) : null;
        return (bare ? text : "(" + text + ")") + (own == null ? "" : " " + own);
    }

    @Override
    protected String indexOptions(Table table, Index index) {
        Map<String, Object> options = index.options().of(dialect);
        StringBuilder text = new StringBuilder();
        if (options.get("include") instanceof List<?> columns && !columns.isEmpty()) {
            text.append(" INCLUDE (")
                    .append(columns.stream()
                            .map(column ->
                                    quoted(column instanceof Column<?> known ? known : table.c(column.toString())))
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
        if (options.get("with") instanceof Map<?, ?> parameters && !parameters.isEmpty()) {
            text.append(" WITH (")
                    .append(parameters.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
        Object space = options.get("tablespace");
        if (space != null) {
            text.append(" TABLESPACE ").append(dialect.identifiers().quote(space.toString()));
        }
        return text + where(options.get("where")) + super.indexOptions(table, index);
    }

    private String where(@org.jspecify.annotations.Nullable Object condition) {
        return condition == null
                ? ""
                : " WHERE " + (condition instanceof Node node ? definition(node) : condition.toString());
    }

    @Override
    protected String indexCondition(Expr<Boolean> condition) {
        return where(condition);
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + concurrently(element.index()) + ifExists(element.isIfExists())
                + indexName(element.table(), element.index(), true));
    }

    // ---- sequences and types

    @Override
    protected String sequenceType(Sequence sequence) {
        return sequence.dataType() == null ? "" : " AS " + dialect.columnTypeName(sequence.dataType());
    }

    @Override
    public void visitCreateEnum(DdlElement.CreateEnum element) {
        write("CREATE TYPE " + dialect.columnTypeName(element.type()) + " AS ENUM ("
                + element.type().labels().stream()
                        .map(dialect.literals()::string)
                        .collect(Collectors.joining(", "))
                + ")");
    }

    @Override
    public void visitDropEnum(DdlElement.DropEnum element) {
        write("DROP TYPE " + dialect.columnTypeName(element.type()));
    }
}
