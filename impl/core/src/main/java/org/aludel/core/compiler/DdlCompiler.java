package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.DdlElement;
import org.aludel.schema.DdlVisitor;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.types.EnumType;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Compiles elements of DDL; dialects override what they write differently.
 */
public class DdlCompiler implements DdlVisitor {

    protected final CoreDialect dialect;
    private final SqlCompiler sql;

    public DdlCompiler(CoreDialect dialect, SqlCompiler sql) {
        this.dialect = dialect;
        this.sql = sql;
    }

    @Override
    public void visitCreateTable(DdlElement.CreateTable element) {
        Table table = element.table();
        List<String> lines = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            lines.add(column(table, column));
        }
        if (!table.primaryKey().isEmpty() && !inlinesPrimaryKey(table)) {
            lines.add(constraint(table, table.primaryKeyConstraint()));
        }
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof ForeignKey key && element.without().contains(key))) {
                lines.add(constraint(table, constraint));
            }
        }
        lines.addAll(typeChecks(table));
        write("CREATE TABLE " + (element.ifNotExists() ? "IF NOT EXISTS " : "") + name(table) + " ("
                + String.join(", ", lines) + ")" + tableOptions(table));
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
            line.append(" GENERATED ALWAYS AS (")
                    .append(expression(computed))
                    .append(')')
                    .append(storage(column));
        }
        Identity identity = column.identityOptions();
        if (identity != null && computed == null) {
            line.append(identity(identity));
        } else if (column == table.generatedColumn()) {
            line.append(generated(column));
        }
        return line.append(nullability(table, column))
                .append(columnOptions(table, column))
                .toString();
    }

    /** Whether a column takes NULL. */
    protected String nullability(Table table, Column<?> column) {
        return column.isNullable() ? "" : " NOT NULL";
    }

    /** How a computed column is kept. */
    protected String storage(Column<?> column) {
        return column.isComputedStored() ? " STORED" : "";
    }

    /** The type of a column. */
    protected String columnType(Table table, Column<?> column) {
        return dialect.columnTypeName(column.type());
    }

    /** What makes the database generate the values of a key. */
    protected String generated(Column<?> column) {
        return "";
    }

    /** GENERATED AS IDENTITY with its options. */
    protected String identity(Identity identity) {
        List<String> options = new ArrayList<>();
        if (identity.start() != null) {
            options.add("START WITH " + identity.start());
        }
        if (identity.increment() != null) {
            options.add("INCREMENT BY " + identity.increment());
        }
        return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /** What follows NOT NULL of a column. */
    protected String columnOptions(Table table, Column<?> column) {
        return "";
    }

    private @Nullable String serverDefault(Column<?> column) {
        Object value = column.serverDefault();
        if (value instanceof Expr<?> expression) {
            return expression(expression);
        }
        return value == null ? null : dialect.literals().string(value.toString());
    }

    // ---- constraints

    /** A constraint of a table. */
    protected final String constraint(Table table, Constraint constraint) {
        String named = constraint.name() == null
                ? ""
                : "CONSTRAINT " + dialect.identifiers().quote(constraint.name()) + " ";
        if (constraint instanceof PrimaryKey) {
            return named + "PRIMARY KEY (" + names(table.primaryKey()) + ")";
        }
        if (constraint instanceof UniqueConstraint unique) {
            return named + "UNIQUE (" + named(table, unique.columns()) + ")"
                    + deferrable(unique.deferrable(), unique.initiallyDeferred(), Capability.DEFERRABLE_UNIQUE);
        }
        if (constraint instanceof CheckConstraint check) {
            return named + "CHECK (" + expression(check.condition()) + ")";
        }
        return named + foreignKey((ForeignKey) constraint);
    }

    private String foreignKey(ForeignKey key) {
        StringBuilder line = new StringBuilder("FOREIGN KEY(")
                .append(names(key.columns()))
                .append(") REFERENCES ")
                .append(name(key.referredTable()))
                .append(" (")
                .append(names(key.referredColumns()))
                .append(')');
        if (key.onDelete() != null) {
            line.append(" ON DELETE ").append(action(key.onDelete()));
        }
        if (key.onUpdate() != null) {
            line.append(" ON UPDATE ").append(action(key.onUpdate()));
        }
        return line.append(
                        deferrable(key.isDeferrable(), key.isInitiallyDeferred(), Capability.DEFERRABLE_FOREIGN_KEYS))
                .toString();
    }

    /** The words for what happens to referring rows. */
    protected String action(ForeignKeyAction action) {
        return action.sql();
    }

    private String deferrable(boolean deferrable, boolean initially, Capability capability) {
        if (!deferrable || !dialect.supports(capability)) {
            return "";
        }
        return initially ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
    }

    /** The checks that types ask for where the database has no such type. */
    private List<String> typeChecks(Table table) {
        List<String> checks = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            Type<?> type = dialect.physical(column.type());
            if (type instanceof EnumType<?> constants && !dialect.typeNames().isNativeEnum(constants)) {
                List<String> literals = new ArrayList<>();
                constants.labels().forEach(label -> literals.add(dialect.literals().string(label)));
                checks.add("CHECK (" + quoted(column) + " IN (" + String.join(", ", literals) + "))");
            }
        }
        return checks;
    }

    @Override
    public void visitAddConstraint(DdlElement.AddConstraint element) {
        Constraint constraint = element.constraint();
        // a foreign key that is added can be dropped again by its name
        String named = constraint instanceof ForeignKey key && key.name() == null
                ? "CONSTRAINT " + dialect.identifiers().quote(key.nameOrDefault()) + " "
                : "";
        write("ALTER TABLE " + name(element.table()) + " ADD " + named + constraint(element.table(), constraint));
    }

    @Override
    public void visitDropConstraint(DdlElement.DropConstraint element) {
        write("ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT "
                + dialect.identifiers().quote(element.name()));
    }

    // ---- the rest

    @Override
    public void visitDropTable(DdlElement.DropTable element) {
        write("DROP TABLE " + (element.ifExists() ? "IF EXISTS " : "") + name(element.table()));
    }

    @Override
    public void visitCreateIndex(DdlElement.CreateIndex element) {
        Index index = element.index();
        List<String> parts = new ArrayList<>();
        for (Object part : index.columns()) {
            parts.add(
                    part instanceof String key
                            ? quoted(element.table().c(key))
                            : part instanceof Column<?> column
                                    ? quoted(column)
                                    : "(" + expression((Expr<?>) part) + ")");
        }
        String where = index.where() == null ? "" : indexCondition(index.where());
        write("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + dialect.identifiers().quote(index.name()) + " ON " + name(element.table()) + " ("
                + String.join(", ", parts) + ")" + where);
    }

    /** The rows that an index holds, where the database can leave some out. */
    protected String indexCondition(Expr<Boolean> condition) {
        throw sql.cannot("an index over some rows");
    }

    @Override
    public void visitDropIndex(DdlElement.DropIndex element) {
        write("DROP INDEX " + dialect.identifiers().quote(element.name()));
    }

    @Override
    public void visitCreateSequence(DdlElement.CreateSequence element) {
        Sequence sequence = element.sequence();
        write("CREATE SEQUENCE " + (element.ifNotExists() ? "IF NOT EXISTS " : "") + name(sequence)
                + (sequence.start() == null ? "" : " START WITH " + sequence.start())
                + (sequence.increment() == null ? "" : " INCREMENT BY " + sequence.increment()));
    }

    @Override
    public void visitDropSequence(DdlElement.DropSequence element) {
        write("DROP SEQUENCE " + (element.ifExists() ? "IF EXISTS " : "") + name(element.sequence()));
    }

    @Override
    public void visitChangeSchema(DdlElement.ChangeSchema element) {
        write((element.isDrop() ? "DROP SCHEMA " : "CREATE SCHEMA ")
                + dialect.identifiers().quote(element.name()));
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
        if (!dialect.supports(Capability.COMMENTS)) {
            throw sql.cannot("comments");
        }
        Column<?> column = element.column();
        write("COMMENT ON " + (column == null ? "TABLE " : "COLUMN ") + name(element.table())
                + (column == null ? "" : "." + quoted(column)) + " IS "
                + dialect.literals().string(element.comment()));
    }

    @Override
    public void visitRaw(DdlElement.Raw element) {
        write(element.sql());
    }

    /** Appends text to the statement. */
    protected final void write(String text) {
        sql.append(text);
    }

    /** An expression with its values as literals. */
    protected final String expression(Expr<?> expression) {
        return sql.definition(expression);
    }

    /** The error for what the database can't do. */
    protected final RuntimeException cannot(String what) {
        return sql.cannot(what);
    }

    protected final String name(Table table) {
        return dialect.identifiers().qualified(table.schema(), table.name());
    }

    protected final String name(Sequence sequence) {
        return dialect.identifiers().qualified(sequence.schema(), sequence.name());
    }

    protected final String quoted(Column<?> column) {
        return dialect.identifiers().quote(column.name());
    }

    private String names(List<Column<?>> columns) {
        return columns.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    private String named(Table table, List<String> keys) {
        return keys.stream().map(key -> quoted(table.c(key))).collect(Collectors.joining(", "));
    }
}
