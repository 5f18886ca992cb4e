package org.aludel.orm.internal.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MappingException;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.CompositeCondition;
import org.aludel.orm.Relation;
import org.aludel.orm.RelationCondition;
import org.aludel.orm.RelationCondition.Kind;
import org.aludel.orm.ToMany;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Comparison;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.NullTest;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Tuple;
import org.aludel.sql.tree.TypeCoerce;
import org.aludel.types.MappedType;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** Turns attributes into columns and conditions on relations into EXISTS or comparisons of foreign keys. */
public final class AttributeResolution {

    private final MapperRegistry registry;

    AttributeResolution(MapperRegistry registry) {
        this.registry = registry;
    }

    /** The expression that stands for an attribute or relation condition; null for what is neither. */
    @Nullable
    Expr<?> resolve(Unresolved<?> unresolved) {
        if (unresolved instanceof Attribute<?, ?> attribute) {
            CompositeAttribute composite = composite(attribute);
            if (composite != null) {
                return columns(composite, registry.mapper(attribute.owner()).from(), null);
            }
            ColumnAttribute mapped = mapped(attribute);
            return mapped.expression() != null
                    ? mapped.expression()
                    : registry.mapper(attribute.owner()).from().column(mapped);
        }
        if (unresolved instanceof CompositeCondition condition) {
            return composite(condition);
        }
        return unresolved instanceof RelationCondition condition ? condition(condition) : null;
    }

    private static Tuple columns(CompositeAttribute composite, PolymorphicFrom from, @Nullable FromItem occurrence) {
        List<Expr<?>> members = new ArrayList<>();
        for (ColumnAttribute part : composite.parts()) {
            members.add(occurrence == null ? from.column(part) : on(occurrence, from.column(part)));
        }
        return new Tuple(List.copyOf(members));
    }

    /** The composite that an attribute stands for, or null. */
    public @Nullable CompositeAttribute composite(Attribute<?, ?> attribute) {
        return registry.mapper(attribute.owner()).attribute(attribute.name()) instanceof CompositeAttribute composite
                ? composite
                : null;
    }

    private Condition composite(CompositeCondition condition) {
        Expr<?> operand = condition.resolveOperand(registry);
        BindParameter<Object> value = condition.value();
        CompositeAttribute composite = composite(condition.attribute());
        if (composite == null || !(operand instanceof Tuple tuple)) {
            return value == null
                    ? new NullTest(operand, condition.isNegated())
                    : new Comparison(
                            condition.isNegated() ? Operator.NE : Operator.EQ,
                            operand,
                            new TypeCoerce<>(value, operand.type()));
        }
        if (value != null && !composite.type().type().isInstance(value.value())) {
            throw new ArgumentException(
                    "ALU-0629",
                    "a composite is compared with a value of another class; where: " + condition.attribute()
                            + ", which is a " + composite.type().type().getSimpleName()
                            + "; what to do: compare with a value of that class");
        }
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < tuple.members().size(); i++) {
            Expr<?> member = tuple.members().get(i);
            BindParameter<Object> part =
                    value == null ? null : condition.parts().get(i).orElse(null);
            same.add(
                    part == null
                            ? new NullTest(member, false)
                            : new Comparison(Operator.EQ, member, new TypeCoerce<>(part, member.type())));
        }
        Condition all = Junction.of(Operator.AND, same);
        return condition.isNegated() ? all.not() : all;
    }

    /** The expression of an attribute on an occurrence of what its class is mapped to. */
    @Nullable
    Expr<?> resolveOn(Unresolved<?> unresolved, FromItem occurrence) {
        if (!(unresolved instanceof Attribute<?, ?> attribute)) {
            return resolve(unresolved);
        }
        CompositeAttribute composite = composite(attribute);
        if (composite != null) {
            return columns(composite, registry.mapper(attribute.owner()).from(), occurrence);
        }
        ColumnAttribute mapped = mapped(attribute);
        PolymorphicFrom from = registry.mapper(attribute.owner()).from();
        if (mapped.expression() != null) {
            return new ClauseAdaption(registry, from.item(), occurrence).adapt(mapped.expression());
        }
        return on(occurrence, from.column(mapped));
    }

    /**
     * The mapped attribute, which is a column or an expression.
     *
     * @throws MappingException ALU-0421 if its class is not mapped, ALU-0439 if the class has no such attribute, ALU-0444
     *     if it is a relation
     */
    public ColumnAttribute mapped(Attribute<?, ?> attribute) {
        if (registry.mapper(attribute.owner()).attribute(attribute.name()) instanceof ColumnAttribute column) {
            return column;
        }
        throw new MappingException(
                "ALU-0444",
                attribute + " is a relation and has no column; where: an expression; what to do: use"
                        + " toMany(...) or toOne(...), or the generated metamodel, and ask with any, has, eq or contains");
    }

    /**
     * The mapped relation that a relation of the metamodel stands for.
     *
     * @throws MappingException ALU-0421 if its class is not mapped, ALU-0439 if the class has no such attribute, ALU-0444
     *     if it is a column
     */
    public RelationAttribute relation(Relation<?, ?> relation) {
        MappedAttribute mapped = registry.mapper(relation.owner()).attribute(relation.name());
        if (mapped instanceof RelationAttribute found) {
            if (relation instanceof ToMany<?, ?> != found.isCollection()) {
                throw new InvalidRequestException(
                        "ALU-0745",
                        relation + " is " + (found.isCollection() ? "a collection" : "a reference to one object")
                                + "; where: a condition or join on it as on "
                                + (found.isCollection() ? "a reference" : "a collection")
                                + "; what to do: use " + (found.isCollection() ? "toMany(...)" : "toOne(...)")
                                + ", or the generated metamodel");
            }
            return found;
        }
        throw new MappingException(
                "ALU-0444",
                relation + " is a column and no relation; where: a condition or join on a relation; what to do: use"
                        + " attribute(...), or the generated metamodel");
    }

    /**
     * Where the columns of a relation's owner come from: what the class that names it is mapped to, or the alias that the
     * relation starts from.
     */
    public FromItem source(Relation<?, ?> relation) {
        Alias<?> alias = relation.source();
        return alias == null ? registry.mapper(relation.owner()).from().item() : alias.item(registry);
    }

    private Condition condition(RelationCondition condition) {
        RelationAttribute relation = relation(condition.relation());
        FromItem source = source(condition.relation());
        boolean toOne = relation.direction() == Direction.MANY_TO_ONE;
        return switch (condition.kind()) {
            case EXISTS -> exists(relation, source, condition.relation().subclass(), condition.conditions(), false);
            case NOT_EXISTS -> exists(relation, source, condition.relation().subclass(), condition.conditions(), true);
            case REFERS_TO -> toOne ? sameKey(relation, source, condition) : holds(relation, source, condition, false);
            case REFERS_ELSEWHERE ->
                toOne ? otherKey(relation, source, condition) : holds(relation, source, condition, true);
            case IS_NULL, IS_NOT_NULL -> isNull(relation, source, condition.kind() == Kind.IS_NOT_NULL);
        };
    }

    // ---- EXISTS ----

    private Condition exists(
            RelationAttribute relation,
            FromItem source,
            @Nullable Class<?> subclass,
            List<Expr<Boolean>> conditions,
            boolean negated) {
        EntityMapper member = subclass == null ? relation.target() : registry.mapper(subclass);
        FromItem target =
                subclass == null ? relation.targetItem() : member.from().item();
        // the table of the owner is not to be mistaken for that of the members
        FromItem other = relation.isSelfReferential() && !relation.hasOwnTarget()
                ? PolymorphicFrom.another(target, null)
                : target;
        ClauseAdaption adaption = new ClauseAdaption(registry, target, other);
        List<Expr<Boolean>> where = new ArrayList<>(joined(relation, source, other));
        conditions.forEach(
                condition -> where.add(adaption.adapt(member.inheritance().onOwnRows(condition))));
        Expr<Boolean> criterion = member.inheritance().criterion();
        if (criterion != null) {
            where.add(adaption.adapt(criterion));
        }
        return exists(relation, source, other, where, adaption.others(), negated);
    }

    private static Condition exists(
            RelationAttribute relation,
            FromItem source,
            @Nullable FromItem target,
            List<Expr<Boolean>> where,
            Set<FromItem> others,
            boolean negated) {
        Select select = Sql.select(Sql.literalColumn("1", Types.INTEGER));
        FromItem between = relation.between();
        if (between != null) {
            select = select.from(between);
        }
        if (target != null) {
            select = select.from(target);
        }
        // Columns of the owner, and of whatever else the statement around has, are the outer statement's; the
        // members' own table is not, though the outer statement may have joined it too.
        Set<FromItem> outer = new LinkedHashSet<>();
        addTables(source, outer);
        others.forEach(item -> addTables(item, outer));
        outer.removeIf(item -> item == between || target != null && (item == target || isIn(target, item)));
        select = select.where(Junction.of(Operator.AND, where)).correlate(outer.toArray(new FromItem[0]));
        return new Exists(select, negated);
    }

    private static void addTables(FromItem item, Set<FromItem> found) {
        if (item instanceof Join join) {
            addTables(join.left(), found);
            addTables(join.right(), found);
        } else {
            found.add(item);
        }
    }

    private static boolean isIn(FromItem from, FromItem item) {
        return from instanceof Join join && join.holds(item);
    }

    /**
     * The conditions that connect an owner with its members.
     *
     * @param source what the owner is mapped to, or another occurrence of it
     * @param target what the members are mapped to, or another occurrence of it
     */
    public List<Expr<Boolean>> joined(RelationAttribute relation, FromItem source, FromItem target) {
        return joined(relation, source, target, relation.between());
    }

    /** The same where what is between the two is another occurrence too. */
    public List<Expr<Boolean>> joined(
            RelationAttribute relation, FromItem source, FromItem target, @Nullable FromItem between) {
        List<Expr<Boolean>> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            Column<?> remote = on(between == null ? target : between, pair.remoteColumn());
            conditions.add(on(source, pair.local().column()).eqAny(remote));
        }
        if (between != null) {
            for (ColumnPair pair : relation.secondaryPairs()) {
                conditions.add(on(target, pair.local().column()).eqAny(on(between, pair.remoteColumn())));
            }
        }
        Expr<Boolean> extra = extra(relation, source, target, between);
        if (extra != null) {
            conditions.add(extra);
        }
        return conditions;
    }

    /** What else a relation demands, on occurrences of its two sides; null if nothing. */
    public @Nullable Expr<Boolean> extra(
            RelationAttribute relation, @Nullable FromItem source, FromItem target, @Nullable FromItem between) {
        Expr<Boolean> extra = relation.extra();
        if (extra == null) {
            return null;
        }
        FromItem usual = relation.targetItem();
        Expr<Boolean> adapted = target == usual ? extra : new ClauseAdaption(registry, usual, target).adapt(extra);
        FromItem ownUsual = relation.owner().from().item();
        if (source != null && source != ownUsual && !relation.isSelfReferential()) {
            adapted = new ClauseAdaption(registry, ownUsual, source).adapt(adapted);
        }
        FromItem usualBetween = relation.between();
        if (between != null && usualBetween != null && between != usualBetween) {
            adapted = new ClauseAdaption(registry, usualBetween, between).adapt(adapted);
        }
        return adapted;
    }

    /** A column on an occurrence of what it belongs to. */
    public static Column<?> on(FromItem occurrence, Column<?> column) {
        FromItem owner = column.owner();
        return owner == occurrence || owner != null && isIn(occurrence, owner) ? column : occurrence.c(column);
    }

    // ---- comparison with an object ----

    private static Condition sameKey(RelationAttribute relation, FromItem source, RelationCondition condition) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            conditions.add(on(source, pair.local().column()).eqAny(value(condition, requireNonNull(pair.remote()))));
        }
        return Junction.of(Operator.AND, conditions);
    }

    private static Condition otherKey(RelationAttribute relation, FromItem source, RelationCondition condition) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            Column<?> local = on(source, pair.local().column());
            conditions.add(local.neAny(value(condition, requireNonNull(pair.remote()))));
            if (local.isNullable()) {
                conditions.add(local.isNull());
            }
        }
        return Junction.of(Operator.OR, conditions);
    }

    /** The object is among the members: it has the primary key of one, or of a row of the table between. */
    private Condition holds(RelationAttribute relation, FromItem source, RelationCondition condition, boolean negated) {
        List<Expr<Boolean>> where = new ArrayList<>();
        if (relation.between() != null) {
            for (ColumnPair pair : relation.pairs()) {
                where.add(on(source, pair.local().column()).eqAny(pair.remoteColumn()));
            }
            for (ColumnPair pair : relation.secondaryPairs()) {
                where.add(pair.remoteColumn().eqAny(value(condition, pair.local())));
            }
            return exists(relation, source, null, where, Set.of(), negated);
        }
        FromItem usual = relation.targetItem();
        FromItem target =
                relation.isSelfReferential() && !relation.hasOwnTarget() ? PolymorphicFrom.another(usual, null) : usual;
        where.addAll(joined(relation, source, target));
        for (ColumnAttribute part : relation.target().primaryKey()) {
            where.add(on(target, part.column()).eqAny(value(condition, part)));
        }
        return exists(relation, source, target, where, Set.of(), negated);
    }

    private Condition isNull(RelationAttribute relation, FromItem source, boolean negated) {
        if (relation.direction() != Direction.MANY_TO_ONE) {
            return exists(relation, source, null, List.of(), !negated);
        }
        List<Condition> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            Column<?> local = on(source, pair.local().column());
            conditions.add(negated ? local.isNotNull() : local.isNull());
        }
        return Junction.of(negated ? Operator.AND : Operator.OR, conditions);
    }

    /** The parameter that holds the object, bound as the value of one of its attributes. */
    private static Expr<?> value(RelationCondition condition, ColumnAttribute attribute) {
        BindParameter<Object> object = requireNonNull(condition.object());
        return new TypeCoerce<>(
                object, attributeOf(attribute, attribute.column().type()));
    }

    private static <S> Type<Object> attributeOf(ColumnAttribute attribute, Type<S> stored) {
        return new MappedType<>(Object.class, stored, new AttributeValue<>(attribute, stored), value -> value);
    }

    /** Reads the value of an attribute from an object that is a parameter. Equal for the same attribute. */
    private record AttributeValue<S>(ColumnAttribute attribute, Type<S> stored) implements Function<Object, S> {

        @Override
        public S apply(Object object) {
            if (!attribute.owner().type().isInstance(object) || !(object instanceof Instrumented instance)) {
                throw new ArgumentException(
                        "ALU-0445",
                        "an object of " + object.getClass().getName() + " is no " + attribute.owner()
                                + "; where: a comparison of a relation with an object; what to do: give an object of the"
                                + " relation's class");
            }
            HiddenValues state = instance.$aludel_state() instanceof HiddenValues hidden ? hidden : null;
            Object value = attribute.get(object, state);
            if (value == null) {
                throw new InvalidRequestException(
                        "ALU-0447",
                        "the object has no value for " + attribute
                                + "; where: a comparison of a relation with an object that was not saved; what to do:"
                                + " add it to the session and flush first");
            }
            return stored.coerce(value);
        }
    }
}
