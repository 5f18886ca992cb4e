package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.CompileException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ColumnDefault;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.DdlVisitor;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.NextValue;
import org.aludel.sql.tree.Order;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Compiles elements of DDL; dialects override what they write differently.
 */
public class DdlCompiler implements DdlVisitor {

    protected final CoreDialect dialect;
    private final SqlCompiler sql;
    private final ConstraintCompiler constraints;

    public DdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        this.dialect = dialect;
        this.sql = sql;
        this.constraints = new ConstraintCompiler(this, dialect, sql);
    }

    // ---- tables

    @Override
    public void visitCreateTable(DdlElement.CreateTable element) {
        Table table = element.table();
        List<String> lines = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (!column.isSystem()) {
                lines.add(columnLine(table, column));
            }
        }
        if (!table.primaryKey().isEmpty() && !inlinesPrimaryKey(table)) {
            lines.add(constraint(table, table.primaryKeyConstraint()));
        }
        for (Constraint constraint : table.declaredConstraints()) {
            add(lines, element, constraint);
        }
        for (Column<?> column : table.columns()) {
            derivedConstraints(lines, element, column);
        }
        write("CREATE " + prefixes(table) + "TABLE " + ifNotExists(element.isIfNotExists()) + name(table) + " (");
        write(lines.isEmpty() ? "\n)" : "\n\t" + String.join(",\n\t", lines) + "\n)");
        write(tableOptions(table));
    }

    /** A column of a table with the CHECK constraints that are written with it. */
    private String columnLine(Table table, Column<?> column) {
        StringBuilder line = new StringBuilder();
        try {
            line.append(column(table, column));
        } catch (CompileException e) {
            throw inColumn(e, table, column);
        }
        for (CheckConstraint check : column.checks()) {
            line.append(' ').append(constraint(table, check));
        }
        return line.toString();
    }

    private static CompileException inColumn(CompileException e, Table table, Column<?> column) {
        String where = "; where: ";
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf(e.code()) < 0
                ? 0
                : message.indexOf(e.code()) + e.code().length() + 1;
        String plain = message.substring(start).strip();
        return new CompileException(
                e.code(),
                plain.contains(where)
                        ? plain.replace(where, where + "column " + column.name() + " of " + table.fullName() + ", ")
                        : plain);
    }

    private void derivedConstraints(List<String> lines, DdlElement.CreateTable element, Column<?> column) {
        Table table = element.table();
        List<Constraint> own = table.constraintsOf(column);
        own.stream().filter(c -> !(c instanceof ForeignKey)).forEach(c -> add(lines, element, c));
        String check = constraints.typeCheck(table, column);
        if (check != null) {
            lines.add(check);
        }
        own.stream().filter(ForeignKey.class::isInstance).forEach(c -> add(lines, element, c));
    }

    private void add(List<String> lines, DdlElement.CreateTable element, Constraint constraint) {
        boolean left =
                constraint instanceof ForeignKey key && (element.without().contains(key) || leavesOut(key));
        if (!left) {
            lines.add(constraint(element.table(), constraint));
        }
    }

    /** Whether a foreign key is one that the database can't have. */
    protected boolean leavesOut(ForeignKey key) {
        return false;
    }

    /** The words between CREATE and TABLE. */
    protected String prefixes(Table table) {
        List<String> words = table.options().prefixes();
        return words.isEmpty() ? "" : String.join(" ", words) + " ";
    }

    /** What follows the closing parenthesis of a table. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** Whether the primary key is said with its column. */
    protected boolean inlinesPrimaryKey(Table table) {
        return false;
    }

    /** A column of a table. */
    protected String column(Table table, Column<?> column) {
        StringBuilder line = new StringBuilder(quoted(column)).append(' ').append(columnType(table, column));
        String byDefault = serverDefault(column);
        if (byDefault != null) {
            line.append(" DEFAULT ").append(byDefault);
        }
        Expr<?> computed = column.computedBy();
        if (computed != null) {
            line.append(computed(column, computed));
        }
        Identity identity = column.identityOptions();
        String identified = identity == null || computed != null ? "" : identity(identity);
        line.append(identified);
        if (identified.isEmpty() && isGenerated(table, column)) {
            line.append(generated(column));
        }
        if (identified.isEmpty()) {
            line.append(nullability(table, column));
        }
        return line.append(columnOptions(table, column)).toString();
    }

    /** Whether a column takes NULL. */
    protected String nullability(Table table, Column<?> column) {
        return column.isNullable() ? "" : " NOT NULL";
    }

    /** Whether the database makes the values of a key without being asked by identity. */
    protected final boolean isGenerated(Table table, Column<?> column) {
        return column == table.generatedColumn() && table.primaryKey().contains(column) && sequence(column) == null;
    }

    /** The sequence that gives a column its values, unless the database goes without it. */
    protected final @Nullable Sequence sequence(Column<?> column) {
        boolean sequences = dialect.supports(org.aludel.sql.Capability.SEQUENCES);
        return sequences
                        && column.onInsert() instanceof ColumnDefault.Expression byDefault
                        && byDefault.expression() instanceof NextValue next
                        && !next.sequence().isOptional()
                ? next.sequence()
                : null;
    }

    /** GENERATED ALWAYS AS an expression. */
    protected String computed(Column<?> column, Expr<?> expression) {
        return " GENERATED ALWAYS AS (" + expression(expression) + ")" + storage(column);
    }

    /** How a computed column is kept. */
    protected String storage(Column<?> column) {
        Boolean stored = column.computedStorage();
        return stored == null ? "" : stored ? " STORED" : " VIRTUAL";
    }

    /** The type of a column. */
    protected String columnType(Table table, Column<?> column) {
        return dialect.columnTypeName(typeOf(column));
    }

    /** The type of a column; that of the column it refers to if it has none of its own. */
    protected final Type<?> typeOf(Column<?> column) {
        return column.type();
    }

    /** What makes the database generate the values of a key. */
    protected String generated(Column<?> column) {
        return "";
    }

    /** GENERATED AS IDENTITY with its options; empty where the database has no such columns. */
    protected String identity(Identity identity) {
        List<String> options = sequenceOptions(identity.options());
        return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + (identity.onNull() ? onNull() : "")
                + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /** The words for an identity that replaces NULL too, where the database distinguishes. */
    protected String onNull() {
        return "";
    }

    /** What follows NOT NULL of a column. */
    protected String columnOptions(Table table, Column<?> column) {
        return "";
    }

    /** DEFAULT of a column without the word; null if it has none. */
    protected @Nullable String serverDefault(Column<?> column) {
        Object value = column.serverDefault();
        if (value instanceof Expr<?> expression) {
            return defaultExpression(expression);
        }
        return value == null ? null : dialect.literals().string(value.toString());
    }

    /** An expression as DEFAULT. */
    protected String defaultExpression(Expr<?> expression) {
        return expression(expression);
    }

    @Override
    public void visitDropTable(DdlElement.DropTable element) {
        write("DROP TABLE " + ifExists(element.isIfExists()) + name(element.table()));
    }

    // ---- constraints

    /** A constraint of a table, with its name if it has one. */
    protected String constraint(Table table, Constraint constraint) {
        return constraints.named(table, constraint) + constraintBody(table, constraint);
    }

    /** A constraint without its name. */
    protected String constraintBody(Table table, Constraint constraint) {
        return constraints.body(table, constraint);
    }

    /** What stands between PRIMARY KEY or UNIQUE and the columns. */
    protected String keyWords(Table table, Constraint constraint) {
        return "";
    }

    /** What stands behind a constraint. */
    protected String constraintOptions(Table table, Constraint constraint) {
        return "";
    }

    /** The table that a foreign key refers to. */
    protected String referred(ForeignKey key) {
        return name(key.referredTable());
    }

    /** The words for what happens to referring rows when their row is updated. */
    protected String onUpdate(ForeignKey key) {
        return key.onUpdate() == null ? "" : " ON UPDATE " + key.onUpdate().sql();
    }

    /** The words for what happens to referring rows when their row is deleted. */
    protected String onDelete(ForeignKey key) {
        return key.onDelete() == null ? "" : " ON DELETE " + key.onDelete().sql();
    }

    /** The columns of a primary key in the order in which it lists them. */
    protected List<Column<?>> keyColumns(Table table) {
        return table.primaryKey();
    }

    @Override
    public void visitAddConstraint(DdlElement.AddConstraint element) {
        write("ALTER TABLE " + name(element.table()) + " ADD " + constraint(element.table(), element.constraint()));
    }

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        write("ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT " + ifExists(element.isIfExists())
                + constraintName(element) + (element.isCascade() ? " CASCADE" : ""));
    }

    /** The name of a constraint that is to be dropped. */
    protected final String constraintName(DdlElement.DropConstraint element) {
        String name = element.name();
        if (name == null) {
            throw new CompileException(
                    "ALU-0148",
                    "a constraint without a name can't be dropped; where: " + element.kind() + " of "
                            + element.table().fullName() + " on " + dialect.name()
                            + "; what to do: name it, or give its table's MetaData a naming convention");
        }
        return dialect.identifiers().quote(name);
    }

    // ---- indexes

    @Override
    public void visitCreateIndex(DdlElement.CreateIndex element) {
        Index index = element.index();
        Table table = element.table();
        write("CREATE " + indexKind(index) + "INDEX " + indexFlags(element) + indexName(table, index, false) + " ON "
                + indexTable(table) + indexMethod(index) + " (" + indexParts(table, index) + ")"
                + indexOptions(table, index));
    }

    /** The words between CREATE and INDEX. */
    protected String indexKind(Index index) {
        return index.unique() ? "UNIQUE " : "";
    }

    /** The words between INDEX and its name. */
    protected String indexFlags(DdlElement.CreateIndex element) {
        return ifNotExists(element.isIfNotExists());
    }

    /** The table of an index. */
    protected String indexTable(Table table) {
        return name(table);
    }

    /** What stands between the table and the columns of an index. */
    protected String indexMethod(Index index) {
        return "";
    }

    /** What follows the columns of an index. */
    protected String indexOptions(Table table, Index index) {
        return index.where() == null ? "" : indexCondition(index.where());
    }

    /** The columns and expressions of an index. */
    protected final String indexParts(Table table, Index index) {
        return index.columns().stream()
                .map(part -> indexPart(table, index, part instanceof String key ? table.c(key) : (Node) part))
                .collect(Collectors.joining(", "));
    }

    /** A column or expression of an index. */
    protected String indexPart(Table table, Index index, Node part) {
        return definition(part);
    }

    /** The rows that an index holds, where the database can leave some out. */
    protected String indexCondition(Expr<Boolean> condition) {
        throw sql.cannot("an index over some rows");
    }

    /** The name of an index, with that of its schema if asked and if the database has it there. */
    protected final String indexName(Table table, Index index, boolean withSchema) {
        String name = constraints.name(table, index);
        if (name == null) {
            throw new CompileException(
                    "ALU-0148",
                    "an index needs a name; where: index of " + table.fullName() + " on " + dialect.name()
                            + "; what to do: name it, or give its table's MetaData a naming convention");
        }
        return withSchema
                ? dialect.identifiers().qualified(table.schema(), name)
                : dialect.identifiers().quote(name);
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + ifExists(element.isIfExists()) + indexName(element.table(), element.index(), true));
    }

    // ---- sequences, schemas, types

    @Override
    public void visitCreateSequence(DdlElement.CreateSequence element) {
        Sequence sequence = element.sequence();
        SequenceOptions options = sequence.options();
        List<String> words = sequenceOptions(options.start() == null ? options.withStart(sequenceStart()) : options);
        write("CREATE SEQUENCE " + ifNotExists(element.isIfNotExists()) + name(sequence) + sequenceType(sequence)
                + (words.isEmpty() ? "" : " " + String.join(" ", words)));
    }

    /** The value with which a sequence begins that does not say; null to leave it to the database. */
    protected @Nullable Long sequenceStart() {
        return 1L;
    }

    /** The type of a sequence's values, where the database takes one. */
    protected String sequenceType(Sequence sequence) {
        return "";
    }

    /** How a sequence counts. */
    protected List<String> sequenceOptions(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        add(words, "INCREMENT BY ", options.increment());
        add(words, "START WITH ", options.start());
        add(words, "MINVALUE ", options.minValue());
        add(words, "MAXVALUE ", options.maxValue());
        add(words, noMinValue(), options.noMinValue() ? "" : null);
        add(words, noMaxValue(), options.noMaxValue() ? "" : null);
        add(words, "CACHE ", options.cache());
        add(words, "", options.order() == null ? null : options.order() ? "ORDER" : noOrder());
        add(words, "", options.cycle() == null ? null : options.cycle() ? "CYCLE" : noCycle());
        return words;
    }

    private static void add(List<String> words, String word, @Nullable Object value) {
        if (value != null) {
            words.add(word + value);
        }
    }

    protected String noMinValue() {
        return "NO MINVALUE";
    }

    protected String noMaxValue() {
        return "NO MAXVALUE";
    }

    protected String noOrder() {
        return "NO ORDER";
    }

    protected String noCycle() {
        return "NO CYCLE";
    }

    @Override
    public void visitDropSequence(DdlElement.DropSequence element) {
        write("DROP SEQUENCE " + ifExists(element.isIfExists()) + name(element.sequence()));
    }

    @Override
    public void visitChangeSchema(DdlElement.ChangeSchema element) {
        boolean drop = element.isDrop();
        write((drop
                        ? "DROP SCHEMA " + ifExists(element.isChecking())
                        : "CREATE SCHEMA " + ifNotExists(element.isChecking()))
                + dialect.identifiers().quote(element.name())
                + (element.isCascade() ? " CASCADE" : ""));
    }

    @Override
    public void visitCreateEnum(DdlElement.CreateEnum element) {
        throw sql.cannot("CREATE TYPE");
    }

    @Override
    public void visitDropEnum(DdlElement.DropEnum element) {
        throw sql.cannot("DROP TYPE");
    }

    @Override
    public void visitSetComment(DdlElement.SetComment element) {
        Column<?> column = element.column();
        String comment = element.comment();
        write("COMMENT ON " + (column == null ? "TABLE " : "COLUMN ") + name(element.table())
                + (column == null ? "" : "." + quoted(column)) + " IS "
                + (comment == null ? "NULL" : dialect.literals().string(comment)));
    }

    @Override
    public void visitRaw(DdlElement.Raw element) {
        write(element.sql());
    }

    // ---- what subclasses use

    /** Appends text to the statement. */
    protected final void write(String text) {
        sql.append(text);
    }

    /** IF NOT EXISTS, where it is asked for. */
    protected String ifNotExists(boolean asked) {
        return asked ? "IF NOT EXISTS " : "";
    }

    /** IF EXISTS, where it is asked for. */
    protected String ifExists(boolean asked) {
        return asked ? "IF EXISTS " : "";
    }

    /** An expression with its values as literals and its columns by their names alone. */
    protected final String expression(Expr<?> expression) {
        return sql.definition(expression);
    }

    /** The same for an expression with or without a direction; a label stands for what it is the name of. */
    protected final String definition(Node part) {
        if (part instanceof Label<?> label) {
            return definition(label.expression());
        }
        if (part instanceof Order order && order.expression() instanceof Label<?> label) {
            return sql.definition(new Order(label.expression(), order.direction(), order.nulls()));
        }
        return sql.definition(part);
    }

    /** The error for what the database can't do. */
    protected final RuntimeException cannot(String what) {
        return sql.cannot(what);
    }

    /** The name of a table in definitions. */
    protected String name(Table table) {
        return dialect.identifiers().qualified(table.schema(), table.name());
    }

    /** The name of a sequence in definitions. */
    protected String name(Sequence sequence) {
        return dialect.identifiers().qualified(sequence.schema(), sequence.name());
    }

    protected final String quoted(Column<?> column) {
        return dialect.identifiers().quote(column.name());
    }

    /** Columns by their names. */
    protected final String names(List<Column<?>> columns) {
        return columns.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** Columns of a table, given by their keys. */
    protected final String named(Table table, List<String> keys) {
        return keys.stream().map(key -> quoted(table.c(key))).collect(Collectors.joining(", "));
    }
}
