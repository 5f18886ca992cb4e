package org.aludel.orm.internal.query;

import org.aludel.orm.Alias;
import org.aludel.orm.Relation;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Node;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/** One join that a program asked for. */
sealed interface JoinStep {

    Join.Kind kind();

    void writeTo(StructureWriter writer);

    /** Along a relation, to the class it leads to or an alias of that. */
    record ByRelation(Relation<?, ?> relation, @Nullable Alias<?> target, Join.Kind kind) implements JoinStep {

        @Override
        public void writeTo(StructureWriter writer) {
            writer.atom(kind);
            writer.atom(relation.owner());
            writer.atom(relation.name());
            writer.atom(relation.subclass());
            writer.optional(relation.occurrence());
            writer.optional(relation.source());
            writer.optional(target);
            writer.nodes(relation.conditions());
        }
    }

    /**
     * On any condition.
     *
     * @param target a mapped class, an {@link Alias} or a {@link FromItem}
     * @param on null for the foreign key between the two sides
     */
    record ByCondition(Object target, @Nullable Expr<Boolean> on, Join.Kind kind) implements JoinStep {

        /** The same, in which selects inside of the condition mean rows of classes, and attributes are of the query's classes. */
        ByCondition with(ConcreteAttributes concrete, ClassSelects selects) {
            return on == null ? this : new ByCondition(target, selects.limited(concrete.meant(on)), kind);
        }

        @Override
        public void writeTo(StructureWriter writer) {
            writer.atom(kind);
            if (target instanceof Node node) {
                writer.node(node);
            } else {
                writer.atom(target);
            }
            writer.optional(on);
        }
    }
}
