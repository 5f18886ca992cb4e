package org.aludel.schema;

import java.util.List;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.AbstractStatement;
import org.aludel.sql.Dialect;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes the schema. Elements are statements like any other and print themselves.
 *
 * @since 0.1
 */
public abstract sealed class DdlElement extends AbstractStatement {

    @Override
    public final void accept(NodeVisitor visitor) {
        visitor.visitDdl(this);
    }

    /** Calls the visitor's method for this element. */
    public abstract void accept(DdlVisitor visitor);

    @Override
    public void writeAtoms(StructureWriter writer) {
        // the element itself: definitions are compiled rarely and hold no values
        writer.atom(this);
    }

    /** CREATE TABLE, without the foreign keys that are added later. */
    public static final class CreateTable extends DdlElement {

        private final Table table;
        private final boolean ifNotExists;
        private final List<ForeignKey> without;

        public CreateTable(Table table) {
            this(table, false, List.of());
        }

        public CreateTable(Table table, boolean ifNotExists, List<ForeignKey> without) {
            this.table = table;
            this.ifNotExists = ifNotExists;
            this.without = List.copyOf(without);
        }

        /** The same with IF NOT EXISTS. */
        public CreateTable ifNotExists() {
            return new CreateTable(table, true, without);
        }

        public Table table() {
            return table;
        }

        public boolean isIfNotExists() {
            return ifNotExists;
        }

        /** Foreign keys that are added later. */
        public List<ForeignKey> without() {
            return without;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitCreateTable(this);
        }
    }

    /** DROP TABLE. */
    public static final class DropTable extends DdlElement {

        private final Table table;
        private final boolean ifExists;

        public DropTable(Table table) {
            this(table, false);
        }

        public DropTable(Table table, boolean ifExists) {
            this.table = table;
            this.ifExists = ifExists;
        }

        /** The same with IF EXISTS. */
        public DropTable ifExists() {
            return new DropTable(table, true);
        }

        public Table table() {
            return table;
        }

        public boolean isIfExists() {
            return ifExists;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitDropTable(this);
        }
    }

    /** ALTER TABLE ... ADD CONSTRAINT. */
    public static final class AddConstraint extends DdlElement {

        private final Table table;
        private final Constraint constraint;

        public AddConstraint(Table table, Constraint constraint) {
            this.table = table;
            this.constraint = constraint;
        }

        /** Adds a foreign key. */
        public AddConstraint(Table table, ForeignKeySpec.Referring constraint) {
            this(table, table.foreignKey(constraint));
        }

        public Table table() {
            return table;
        }

        public Constraint constraint() {
            return constraint;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitAddConstraint(this);
        }
    }

    /** ALTER TABLE ... DROP CONSTRAINT. */
    public static final class DropConstraint extends DdlElement {

        /** Kinds of constraints, for which some databases have words of their own. */
        public enum Kind {
            PRIMARY_KEY,
            UNIQUE,
            CHECK,
            FOREIGN_KEY,
            OTHER
        }

        private final Table table;
        private final @Nullable String name;
        private final Kind kind;
        private final boolean ifExists;
        private final boolean cascade;

        public DropConstraint(Table table, String name, Kind kind) {
            this(table, name, kind, false, false);
        }

        private DropConstraint(Table table, @Nullable String name, Kind kind, boolean ifExists, boolean cascade) {
            this.table = table;
            this.name = name;
            this.kind = kind;
            this.ifExists = ifExists;
            this.cascade = cascade;
        }

        /** Drops a constraint by the name that it has or that the naming convention gives it. */
        public static DropConstraint of(Table table, Constraint constraint) {
            return of(table, constraint, table.metaData().namingConvention().name(constraint, table));
        }

        /** Drops a foreign key. */
        public static DropConstraint of(Table table, ForeignKeySpec.Referring constraint) {
            return of(table, table.foreignKey(constraint));
        }

        static DropConstraint of(Table table, Constraint constraint, @Nullable String name) {
            return new DropConstraint(table, name, kindOf(constraint), false, false);
        }

        private static Kind kindOf(Constraint constraint) {
            if (constraint instanceof PrimaryKey) {
                return Kind.PRIMARY_KEY;
            }
            if (constraint instanceof ForeignKey) {
                return Kind.FOREIGN_KEY;
            }
            return constraint instanceof UniqueConstraint
                    ? Kind.UNIQUE
                    : constraint instanceof CheckConstraint ? Kind.CHECK : Kind.OTHER;
        }

        /** The same with IF EXISTS. */
        public DropConstraint ifExists() {
            return new DropConstraint(table, name, kind, true, cascade);
        }

        /** The same with CASCADE: what depends on it goes too. */
        public DropConstraint cascade() {
            return new DropConstraint(table, name, kind, ifExists, true);
        }

        public Table table() {
            return table;
        }

        /** Its name; null if it has none. */
        public @Nullable String name() {
            return name;
        }

        public Kind kind() {
            return kind;
        }

        public boolean isIfExists() {
            return ifExists;
        }

        public boolean isCascade() {
            return cascade;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitDropConstraint(this);
        }
    }

    /** CREATE INDEX. */
    public static final class CreateIndex extends DdlElement {

        private final Table table;
        private final Index index;
        private final boolean ifNotExists;

        /**
         * @throws org.aludel.errors.ArgumentException ALU-0145 if the index holds a column of another table
         */
        public CreateIndex(Table table, Index index) {
            this(table, index, false);
        }

        private CreateIndex(Table table, Index index, boolean ifNotExists) {
            for (Object part : index.columns()) {
                Table other = DefinitionTables.of(part);
                if (other != null && other != table) {
                    throw Definition.foreignColumn(index.name(), part, table);
                }
            }
            this.table = table;
            this.index = index;
            this.ifNotExists = ifNotExists;
        }

        /** The same with IF NOT EXISTS. */
        public CreateIndex ifNotExists() {
            return new CreateIndex(table, index, true);
        }

        public Table table() {
            return table;
        }

        public Index index() {
            return index;
        }

        public boolean isIfNotExists() {
            return ifNotExists;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitCreateIndex(this);
        }
    }

    /** DROP INDEX. */
    public static final class DropIndex extends DdlElement {

        private final Table table;
        private final Index index;
        private final boolean ifExists;

        public DropIndex(Table table, Index index) {
            this(table, index, false);
        }

        public DropIndex(Table table, String name) {
            this(table, Index.over(name), false);
        }

        private DropIndex(Table table, Index index, boolean ifExists) {
            this.table = table;
            this.index = index;
            this.ifExists = ifExists;
        }

        /** The same with IF EXISTS. */
        public DropIndex ifExists() {
            return new DropIndex(table, index, true);
        }

        public Table table() {
            return table;
        }

        public Index index() {
            return index;
        }

        public boolean isIfExists() {
            return ifExists;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitDropIndex(this);
        }
    }

    /** CREATE SEQUENCE. */
    public static final class CreateSequence extends DdlElement {

        private final Sequence sequence;
        private final boolean ifNotExists;

        public CreateSequence(Sequence sequence, boolean ifNotExists) {
            this.sequence = sequence;
            this.ifNotExists = ifNotExists;
        }

        /** The same with IF NOT EXISTS. */
        public CreateSequence ifNotExists() {
            return new CreateSequence(sequence, true);
        }

        public Sequence sequence() {
            return sequence;
        }

        public boolean isIfNotExists() {
            return ifNotExists;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitCreateSequence(this);
        }
    }

    /** DROP SEQUENCE. */
    public static final class DropSequence extends DdlElement {

        private final Sequence sequence;
        private final boolean ifExists;

        public DropSequence(Sequence sequence, boolean ifExists) {
            this.sequence = sequence;
            this.ifExists = ifExists;
        }

        /** The same with IF EXISTS. */
        public DropSequence ifExists() {
            return new DropSequence(sequence, true);
        }

        public Sequence sequence() {
            return sequence;
        }

        public boolean isIfExists() {
            return ifExists;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitDropSequence(this);
        }
    }

    /** CREATE SCHEMA or DROP SCHEMA. */
    public static final class ChangeSchema extends DdlElement {

        private final String name;
        private final boolean drop;
        private final boolean checking;
        private final boolean cascade;

        public ChangeSchema(String name, boolean drop) {
            this(name, drop, false, false);
        }

        private ChangeSchema(String name, boolean drop, boolean checking, boolean cascade) {
            this.name = name;
            this.drop = drop;
            this.checking = checking;
            this.cascade = cascade;
        }

        /** CREATE SCHEMA. */
        public static ChangeSchema create(String name) {
            return new ChangeSchema(name, false);
        }

        /** DROP SCHEMA. */
        public static ChangeSchema drop(String name) {
            return new ChangeSchema(name, true);
        }

        /** The same with IF NOT EXISTS, for CREATE. */
        public ChangeSchema ifNotExists() {
            return new ChangeSchema(name, drop, true, cascade);
        }

        /** The same with IF EXISTS, for DROP. */
        public ChangeSchema ifExists() {
            return new ChangeSchema(name, drop, true, cascade);
        }

        /** The same with CASCADE: what it holds goes too. */
        public ChangeSchema cascade() {
            return new ChangeSchema(name, drop, checking, true);
        }

        public String name() {
            return name;
        }

        public boolean isDrop() {
            return drop;
        }

        /** Whether it says IF EXISTS or IF NOT EXISTS. */
        public boolean isChecking() {
            return checking;
        }

        public boolean isCascade() {
            return cascade;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitChangeSchema(this);
        }
    }

    /** COMMENT ON a table or one of its columns. */
    public static final class SetComment extends DdlElement {

        private final Table table;
        private final @Nullable Column<?> column;
        private final @Nullable String comment;

        /**
         * @param column the column; null for the table
         * @param comment the remark; null to remove it
         */
        public SetComment(Table table, @Nullable Column<?> column, @Nullable String comment) {
            this.table = table;
            this.column = column;
            this.comment = comment;
        }

        /** The remark of a table's definition. */
        public static SetComment of(Table table) {
            return new SetComment(table, null, table.comment());
        }

        /** The remark of a column's definition. */
        public static SetComment of(Column<?> column) {
            return new SetComment(tableOf(column), column, column.comment());
        }

        /** Removes the remark of a table. */
        public static SetComment drop(Table table) {
            return new SetComment(table, null, null);
        }

        /** Removes the remark of a column. */
        public static SetComment drop(Column<?> column) {
            return new SetComment(tableOf(column), column, null);
        }

        private static Table tableOf(Column<?> column) {
            Table table = column.table();
            if (table == null) {
                throw new ArgumentException(
                        "ALU-0147",
                        "a comment belongs to a column of a table; where: " + column
                                + "; what to do: take the column from its table, as table.c(\"name\")");
            }
            return table;
        }

        public Table table() {
            return table;
        }

        public @Nullable Column<?> column() {
            return column;
        }

        /** The remark; null to remove it. */
        public @Nullable String comment() {
            return comment;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitSetComment(this);
        }
    }

    /** CREATE TYPE for an enumeration. */
    public static final class CreateEnum extends DdlElement {

        private final EnumType<?> type;

        public CreateEnum(EnumType<?> type) {
            this.type = type;
        }

        public EnumType<?> type() {
            return type;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitCreateEnum(this);
        }
    }

    /** DROP TYPE of an enumeration. */
    public static final class DropEnum extends DdlElement {

        private final EnumType<?> type;

        public DropEnum(EnumType<?> type) {
            this.type = type;
        }

        public EnumType<?> type() {
            return type;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitDropEnum(this);
        }
    }

    /** A statement as text. */
    public static final class Raw extends DdlElement {

        private final String sql;

        private final List<String> dialects;

        public Raw(String sql) {
            this(sql, List.of());
        }

        private Raw(String sql, List<String> dialects) {
            this.sql = sql;
            this.dialects = dialects;
        }

        /** The same, which is left out on all dialects but these when a hook of a table or of metadata runs it. */
        public Raw onlyOn(String... names) {
            return new Raw(sql, List.of(names));
        }

        /** Whether a hook runs it on a dialect. */
        public boolean runsOn(Dialect dialect) {
            return dialects.isEmpty() || dialects.stream().anyMatch(dialect::isKindOf);
        }

        public String sql() {
            return sql;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitRaw(this);
        }
    }
}
