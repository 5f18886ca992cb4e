package org.aludel.orm.internal.flush;

import org.aludel.types.SensitiveType;
import org.jspecify.annotations.Nullable;

/**
 * One row to be inserted, updated or deleted.
 *
 * <p>A value that the database has yet to make is written as the operation that inserts its row: an insert with a
 * generated key holds itself in the key column, and whatever refers to that row holds the same object.
 */
final class RowOperation {

    /** A value that was never loaded. */
    static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "?";
        }
    };

    private static final @Nullable Object[] NOTHING = {};
    private static final RowOperation[] NO_MEMBERS = {};

    /** The object the row belongs to: an entity state, or null for a row of an association. */
    final @Nullable Object subject;

    StatementShape shape;

    /** Any number of rows may be hit: the rows of an association that belong to one object. */
    boolean anyCount;

    /** The insert of the same object into its next table. */
    @Nullable
    RowOperation next;

    /** An operation on another table of the same object that has to come before. */
    @Nullable
    RowOperation follows;

    /** Number of the operation in the graph that is being planned. */
    int node;

    /** Values of the row as it is in the database, by column; empty for inserts. */
    final @Nullable Object[] before;

    /** Values of the row as it shall be, by column; empty for deletes. */
    final @Nullable Object[] after;

    /** Rows of a swap, each an update in its own right; empty otherwise. */
    final RowOperation[] members;

    private RowOperation(
            @Nullable Object subject,
            StatementShape shape,
            @Nullable Object[] before,
            @Nullable Object[] after,
            RowOperation[] members) {
        this.subject = subject;
        this.shape = shape;
        this.before = before;
        this.after = after;
        this.members = members;
    }

    static RowOperation insert(@Nullable Object subject, StatementShape shape, @Nullable Object[] after) {
        return new RowOperation(subject, shape, NOTHING, after, NO_MEMBERS);
    }

    /** Both arrays hold the key, and whatever slots and foreign keys the update touches. */
    static RowOperation update(
            @Nullable Object subject, StatementShape shape, @Nullable Object[] before, @Nullable Object[] after) {
        return new RowOperation(subject, shape, before, after, NO_MEMBERS);
    }

    static RowOperation delete(@Nullable Object subject, StatementShape shape, @Nullable Object[] before) {
        return new RowOperation(subject, shape, before, NOTHING, NO_MEMBERS);
    }

    static RowOperation swap(StatementShape shape, RowOperation[] members) {
        return new RowOperation(null, shape, NOTHING, NOTHING, members);
    }

    TableModel table() {
        return shape.table;
    }

    StatementShape.Kind kind() {
        return shape.kind;
    }

    boolean isInsert() {
        return shape.kind == StatementShape.Kind.INSERT;
    }

    boolean isUpdate() {
        return shape.kind == StatementShape.Kind.UPDATE;
    }

    boolean isDelete() {
        return shape.kind == StatementShape.Kind.DELETE;
    }

    /** True when the database makes this row's key. */
    boolean generatesKey() {
        int column = shape.table.generatedKey;
        return column >= 0 && isInsert() && after[column] == this;
    }

    /** The value to send for a column after this operation, once everything it depends on has run. */
    @Nullable
    Object value(int column) {
        return settled(after[column]);
    }

    static @Nullable Object settled(@Nullable Object value) {
        return value instanceof RowOperation source ? source.after[source.shape.table.generatedKey] : value;
    }

    @Override
    public String toString() {
        if (members.length > 0) {
            return "SWAP " + shape.table.name + " x " + members.length;
        }
        StringBuilder text = new StringBuilder(shape.kind.name()).append(' ').append(shape.table.name);
        @Nullable Object[] row = isInsert() ? after : before;
        for (int column : shape.table.primaryKey) {
            Object value = row[column];
            boolean secret =
                    shape.table.source.length > column && shape.table.source[column].type() instanceof SensitiveType<?>;
            text.append(' ').append(value instanceof RowOperation ? "new" : secret ? "***" : String.valueOf(value));
        }
        return text.toString();
    }
}
