package org.aludel.schema;

import java.util.List;
import org.aludel.sql.AbstractStatement;
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

        public Table table() {
            return table;
        }

        public boolean ifNotExists() {
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

        public Table table() {
            return table;
        }

        public boolean ifExists() {
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

        private final Table table;
        private final String name;
        private final boolean foreignKey;

        public DropConstraint(Table table, String name, boolean foreignKey) {
            this.table = table;
            this.name = name;
            this.foreignKey = foreignKey;
        }

        public Table table() {
            return table;
        }

        public String name() {
            return name;
        }

        /** Whether it is a foreign key, for which some databases have words of their own. */
        public boolean isForeignKey() {
            return foreignKey;
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

        public CreateIndex(Table table, Index index) {
            this.table = table;
            this.index = index;
        }

        public Table table() {
            return table;
        }

        public Index index() {
            return index;
        }

        @Override
        public void accept(DdlVisitor visitor) {
            visitor.visitCreateIndex(this);
        }
    }

    /** DROP INDEX. */
    public static final class DropIndex extends DdlElement {

        private final Table table;
        private final String name;

        public DropIndex(Table table, String name) {
            this.table = table;
            this.name = name;
        }

        public Table table() {
            return table;
        }

        public String name() {
            return name;
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

        public Sequence sequence() {
            return sequence;
        }

        public boolean ifNotExists() {
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

        public Sequence sequence() {
            return sequence;
        }

        public boolean ifExists() {
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

        public ChangeSchema(String name, boolean drop) {
            this.name = name;
            this.drop = drop;
        }

        public String name() {
            return name;
        }

        public boolean isDrop() {
            return drop;
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
        private final String comment;

        public SetComment(Table table, @Nullable Column<?> column, String comment) {
            this.table = table;
            this.column = column;
            this.comment = comment;
        }

        public Table table() {
            return table;
        }

        public @Nullable Column<?> column() {
            return column;
        }

        public String comment() {
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

        public Raw(String sql) {
            this.sql = sql;
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
