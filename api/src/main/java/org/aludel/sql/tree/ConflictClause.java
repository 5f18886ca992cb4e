package org.aludel.sql.tree;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.schema.Column;
import org.aludel.sql.ConflictTarget;
import org.aludel.sql.Expr;
import org.aludel.sql.Node;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does about rows that are there already.
 *
 * @since 0.1
 */
public sealed interface ConflictClause extends Node {

    /** Columns and what existing rows get, in the order given; empty if they stay as they are. */
    Map<Column<?>, Expr<?>> update();

    /** Which existing rows are updated; null for all. */
    @Nullable
    Expr<Boolean> where();

    @Override
    default void forEachChild(Consumer<? super Node> action) {
        update().values().forEach(action);
        Expr<Boolean> condition = where();
        if (condition != null) {
            action.accept(condition);
        }
    }

    @Override
    default void writeAtoms(StructureWriter writer) {
        writer.atom(List.copyOf(update().keySet()));
        writer.atom(where() == null);
    }

    /**
     * The portable upsert: each dialect writes it in its own way.
     *
     * @param target columns whose uniqueness is meant; the primary key if empty
     */
    record Upsert(
            List<Column<?>> target,
            Map<Column<?>, Expr<?>> update,
            @Nullable Expr<Boolean> where) implements ConflictClause {

        @Override
        public void accept(NodeVisitor visitor) {
            visitor.visitUpsert(this);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {
            writer.atom(target);
            ConflictClause.super.writeAtoms(writer);
        }
    }

    /**
     * ON CONFLICT of PostgreSQL and SQLite, written as it was said.
     *
     * @param target which conflicts are meant
     */
    record OnConflict(
            ConflictTarget target,
            Map<Column<?>, Expr<?>> update,
            @Nullable Expr<Boolean> where) implements ConflictClause {

        @Override
        public void accept(NodeVisitor visitor) {
            visitor.visitOnConflict(this);
        }

        @Override
        public void forEachChild(Consumer<? super Node> action) {
            target.forEachChild(action);
            ConflictClause.super.forEachChild(action);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {
            target.writeAtoms(writer);
            ConflictClause.super.writeAtoms(writer);
        }
    }

    /**
     * ON DUPLICATE KEY UPDATE of MySQL and MariaDB.
     *
     * @param inOrder whether the columns are written in the order given, not in that of the table
     */
    record OnDuplicateKey(Map<Column<?>, Expr<?>> update, boolean inOrder) implements ConflictClause {

        @Override
        public @Nullable Expr<Boolean> where() {
            return null;
        }

        @Override
        public void accept(NodeVisitor visitor) {
            visitor.visitOnDuplicateKey(this);
        }

        @Override
        public void writeAtoms(StructureWriter writer) {
            writer.atom(inOrder);
            ConflictClause.super.writeAtoms(writer);
        }
    }
}
