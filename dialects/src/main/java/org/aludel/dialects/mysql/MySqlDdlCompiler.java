package org.aludel.dialects.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aludel.core.compiler.DdlCompiler;
import org.aludel.core.compiler.SqlCompiler;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.Index;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.tree.Binary;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Func;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Unary;

/** The definitions of MySQL and MariaDB. */
final class MySqlDdlCompiler extends DdlCompiler {

    /** Options of tables that have no equals sign. */
    private static final Set<String> WITHOUT_EQUALS = Set.of(
            "TABLESPACE",
            "DEFAULT CHARACTER SET",
            "CHARACTER SET",
            "COLLATE",
            "DEFAULT COLLATE",
            "PARTITION BY",
            "PARTITIONS",
            "SUBPARTITION BY",
            "SUBPARTITIONS");

    /** Options of tables whose values are text. */
    private static final Set<String> OF_TEXT =
            Set.of("COMMENT", "DATA DIRECTORY", "INDEX DIRECTORY", "PASSWORD", "CONNECTION");

    MySqlDdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        super(dialect, sql);
    }

    // ---- tables

    @Override
    protected String column(Table table, Column<?> column) {
        StringBuilder line = new StringBuilder(quoted(column)).append(' ').append(columnType(table, column));
        Expr<?> computed = column.computedBy();
        if (computed != null) {
            line.append(computed(column, computed));
        }
        if (!column.isNullable()) {
            line.append(" NOT NULL");
        } else if (isTimestamp(column) && computed == null) {
            // without the word it would be NOT NULL
            line.append(" NULL");
        }
        if (column.comment() != null) {
            line.append(" COMMENT ").append(dialect.literals().string(column.comment()));
        }
        String byDefault = serverDefault(column);
        if (isGenerated(table, column) && computed == null && byDefault == null) {
            line.append(" AUTO_INCREMENT");
        } else if (byDefault != null) {
            line.append(" DEFAULT ").append(byDefault);
        }
        return line.toString();
    }

    private boolean isTimestamp(Column<?> column) {
        return dialect.columnTypeName(typeOf(column)).startsWith("TIMESTAMP");
    }

    @Override
    protected String tableOptions(Table table) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> options = table.options().options().of(dialect);
        String comment = table.comment();
        if (comment != null) {
            option(text, "COMMENT", comment);
        }
        // what comes first and last is fixed, the rest stands as it was given
        List<Map.Entry<String, Object>> last = new ArrayList<>();
        for (Map.Entry<String, Object> entry : options.entrySet()) {
            String name = entry.getKey().toUpperCase(Locale.ROOT).replace('_', ' ');
            if (name.contains("PARTITION")) {
                last.add(entry);
            } else {
                option(text, name, entry.getValue());
            }
        }
        last.forEach(
                entry -> option(text, entry.getKey().toUpperCase(Locale.ROOT).replace('_', ' '), entry.getValue()));
        return text.toString();
    }

    private void option(StringBuilder text, String name, Object value) {
        String written = OF_TEXT.contains(name) ? dialect.literals().string(value.toString()) : String.valueOf(value);
        text.append(text.isEmpty() ? "" : " ")
                .append(name)
                .append(WITHOUT_EQUALS.contains(name) ? ' ' : '=')
                .append(written);
    }

    @Override
    protected String identity(org.aludel.schema.Identity identity) {
        return "";
    }

    // ---- constraints and indexes

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        String words = switch (element.kind()) {
            case PRIMARY_KEY -> "PRIMARY KEY";
            case FOREIGN_KEY -> "FOREIGN KEY " + constraintName(element);
            case UNIQUE -> "INDEX " + constraintName(element);
            case CHECK -> (dialect.isKindOf("mariadb") ? "CONSTRAINT " : "CHECK ") + constraintName(element);
            case OTHER -> constraintName(element);
        };
        write("ALTER TABLE " + name(element.table()) + " DROP " + words);
    }

    @Override
    protected String constraintOptions(Table table, Constraint constraint) {
        return "";
    }

    @Override
    protected String indexKind(Index index) {
        Object prefix = index.options().get(dialect, "prefix");
        return super.indexKind(index) + (prefix == null ? "" : prefix + " ");
    }

    @Override
    protected String indexPart(Table table, Index index, Node given) {
        Node part = given instanceof Label<?> label ? label.expression() : given;
        boolean calculated = part instanceof Binary<?>
                || part instanceof Comparison
                || part instanceof Unary<?>
                || part instanceof Func<?>;
        String text = definition(part);
        return (calculated ? "(" + text + ")" : text) + length(index, part);
    }

    private String length(Index index, Node part) {
        Object length = index.options().get(dialect, "length");
        if (length instanceof Map<?, ?> byColumn) {
            Column<?> column = part instanceof Column<?> known ? known : null;
            Object own = column == null ? byColumn.get(definition(part)) : byColumn.get(column.name());
            return own == null ? "" : "(" + own + ")";
        }
        return length == null ? "" : "(" + length + ")";
    }

    @Override
    protected String indexOptions(Table table, Index index) {
        Object parser = index.options().get(dialect, "with_parser");
        Object method = index.options().get(dialect, "using");
        return (parser == null ? "" : " WITH PARSER " + parser) + (method == null ? "" : " USING " + method);
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + ifExists(element.isIfExists()) + indexName(element.table(), element.index(), false)
                + " ON " + name(element.table()));
    }

    // ---- comments

    @Override
    public void visitSetComment(DdlElement.SetComment element) {
        Column<?> column = element.column();
        String comment = element.comment();
        if (column == null) {
            write("ALTER TABLE " + name(element.table()) + " COMMENT "
                    + dialect.literals().string(comment == null ? "" : comment));
        } else {
            // a column is told anew as a whole
            Column<?> plain = column.comment(comment == null ? "" : comment);
            String line = column(element.table(), comment == null ? withoutComment(column) : plain);
            write("ALTER TABLE " + name(element.table()) + " CHANGE " + quoted(column) + " " + line);
        }
    }

    private static Column<?> withoutComment(Column<?> column) {
        return column.withoutComment();
    }
}
