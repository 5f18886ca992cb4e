package org.aludel.orm;

import java.util.ArrayList;
import java.util.List;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.spi.Unresolved;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a relation, which becomes an EXISTS or a comparison of foreign keys when a statement is compiled. Made
 * by {@link ToMany} and {@link ToOne}; the mapper takes it apart.
 *
 * @since 0.1
 */
public final class RelationCondition implements Condition, Unresolved<Boolean> {

    /** What is asked. */
    public enum Kind {
        /** A related object exists for which the conditions hold. */
        EXISTS,
        /** No related object exists for which the conditions hold. */
        NOT_EXISTS,
        /** The object is among the related ones. */
        REFERS_TO,
        /** The single related object is not the given one. */
        REFERS_ELSEWHERE,
        /** There is no related object. */
        IS_NULL,
        /** There is a related object. */
        IS_NOT_NULL
    }

    private final Kind kind;
    private final Relation<?, ?> relation;
    private final List<Expr<Boolean>> conditions;
    private final @Nullable BindParameter<Object> object;

    private RelationCondition(
            Kind kind,
            Relation<?, ?> relation,
            List<Expr<Boolean>> conditions,
            @Nullable BindParameter<Object> object) {
        this.kind = kind;
        this.relation = relation;
        this.conditions = conditions;
        this.object = object;
    }

    static RelationCondition exists(Relation<?, ?> relation, Condition[] conditions, boolean not) {
        return new RelationCondition(not ? Kind.NOT_EXISTS : Kind.EXISTS, relation, relation.with(conditions), null);
    }

    static RelationCondition exists(Relation<?, ?> relation, Expr<Boolean> condition, boolean not) {
        return exists(relation, new Condition[0], not).with(List.of(condition));
    }

    static RelationCondition refersTo(Relation<?, ?> relation, Object object) {
        return new RelationCondition(Kind.REFERS_TO, relation, List.of(), parameter(object));
    }

    static RelationCondition refersElsewhere(Relation<?, ?> relation, Object object) {
        return new RelationCondition(Kind.REFERS_ELSEWHERE, relation, List.of(), parameter(object));
    }

    static RelationCondition isNull(Relation<?, ?> relation, boolean not) {
        return new RelationCondition(not ? Kind.IS_NOT_NULL : Kind.IS_NULL, relation, List.of(), null);
    }

    private static BindParameter<Object> parameter(Object object) {
        return BindParameter.of(Types.UNKNOWN, object);
    }

    /** The same with further conditions on the related object. */
    public RelationCondition with(List<? extends Expr<Boolean>> more) {
        List<Expr<Boolean>> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new RelationCondition(kind, relation, List.copyOf(all), object);
    }

    /** The same with other conditions on the related object. */
    public RelationCondition withOnly(List<? extends Expr<Boolean>> others) {
        return new RelationCondition(kind, relation, List.copyOf(others), object);
    }

    public Kind kind() {
        return kind;
    }

    public Relation<?, ?> relation() {
        return relation;
    }

    /** What must hold for the related object. */
    public List<Expr<Boolean>> conditions() {
        return conditions;
    }

    /** The related object asked for. */
    public @Nullable BindParameter<Object> object() {
        return object;
    }

    @Override
    public Object identity() {
        return kind;
    }

    @Override
    public void writeTo(StructureWriter writer) {
        writer.atom(kind);
        writer.atom(relation.owner());
        writer.atom(relation.name());
        writer.atom(relation.subclass());
        Alias<?> source = relation.source();
        writer.optional(source);
        writer.nodes(conditions);
        writer.optional(object);
    }

    @Override
    public String toString() {
        return relation + " " + kind + (conditions.isEmpty() ? "" : " " + conditions);
    }
}
