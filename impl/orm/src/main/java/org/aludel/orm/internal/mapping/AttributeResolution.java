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
import org.aludel.orm.Relation;
import org.aludel.orm.RelationCondition;
import org.aludel.orm.RelationCondition.Kind;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Exists;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
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
            return column(attribute);
        }
        return unresolved instanceof RelationCondition condition ? condition(condition) : null;
    }

    /**
     * The column of an attribute.
     *
     * @throws MappingException ALU-0421 if its class is not mapped, ALU-0439 if the class has no such attribute, ALU-0444
     *     if it is a relation
     */
    public Column<?> column(Attribute<?, ?> attribute) {
        MappedAttribute mapped = registry.mapper(attribute.owner()).attribute(attribute.name());
        if (mapped instanceof ColumnAttribute column) {
            return column.column();
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
            return found;
        }
        throw new MappingException(
                "ALU-0444",
                relation + " is a column and no relation; where: a condition or join on a relation; what to do: use"
                        + " attribute(...), or the generated metamodel");
    }

    /** Where the columns of a relation's owner come from: the table, or the alias that the relation starts from. */
    public FromItem source(Relation<?, ?> relation, RelationAttribute mapped) {
        Alias<?> alias = relation.source();
        Table table = mapped.owner().table();
        return alias == null ? table : alias.table(registry, table);
    }

    private Condition condition(RelationCondition condition) {
        RelationAttribute relation = relation(condition.relation());
        FromItem source = source(condition.relation(), relation);
        boolean toOne = relation.direction() == Direction.MANY_TO_ONE;
        return switch (condition.kind()) {
            case EXISTS -> exists(relation, source, condition.conditions(), false);
            case NOT_EXISTS -> exists(relation, source, condition.conditions(), true);
            case REFERS_TO -> toOne ? sameKey(relation, source, condition) : holds(relation, source, condition, false);
            case REFERS_ELSEWHERE ->
                toOne ? otherKey(relation, source, condition) : holds(relation, source, condition, true);
            case IS_NULL, IS_NOT_NULL -> isNull(relation, source, condition.kind() == Kind.IS_NOT_NULL);
        };
    }

    // ---- EXISTS ----

    private Condition exists(
            RelationAttribute relation, FromItem source, List<Expr<Boolean>> conditions, boolean negated) {
        Table targetTable = relation.target().table();
        // the table of the owner is not to be mistaken for that of the members
        FromItem target = relation.isSelfReferential() ? targetTable.alias() : targetTable;
        ClauseAdaption adaption = new ClauseAdaption(registry, targetTable, target);
        List<Expr<Boolean>> where = new ArrayList<>(joined(relation, source, target));
        conditions.forEach(condition -> where.add(adaption.adapt(condition)));
        return exists(relation, source, target, where, adaption.others(), negated);
    }

    private static Condition exists(
            RelationAttribute relation,
            FromItem source,
            @Nullable FromItem target,
            List<Expr<Boolean>> where,
            Set<FromItem> others,
            boolean negated) {
        Select select = Sql.select(Sql.literalColumn("1", Types.INTEGER));
        Table between = relation.secondary();
        if (between != null) {
            select = select.from(between);
        }
        if (target != null) {
            select = select.from(target);
        }
        // Columns of the owner, and of whatever else the statement around has, are the outer statement's; the
        // members' own table is not, though the outer statement may have joined it too.
        Set<FromItem> outer = new LinkedHashSet<>();
        outer.add(source);
        outer.addAll(others);
        outer.removeIf(item -> item == target || item == between);
        select = select.where(Junction.of(Operator.AND, where)).correlate(outer.toArray(new FromItem[0]));
        return new Exists(select, negated);
    }

    /**
     * The conditions that connect an owner with its members.
     *
     * @param source the owner's table or an alias of it
     * @param target the members' table or an alias of it
     */
    public List<Condition> joined(RelationAttribute relation, FromItem source, FromItem target) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnPair pair : relation.pairs()) {
            Column<?> remote = relation.secondary() == null ? on(target, pair.remoteColumn()) : pair.remoteColumn();
            conditions.add(on(source, pair.local().column()).eqAny(remote));
        }
        for (ColumnPair pair : relation.secondaryPairs()) {
            conditions.add(on(target, pair.local().column()).eqAny(pair.remoteColumn()));
        }
        return conditions;
    }

    private static Column<?> on(FromItem occurrence, Column<?> column) {
        return column.owner() == occurrence ? column : occurrence.c(column);
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
        if (relation.secondary() != null) {
            for (ColumnPair pair : relation.pairs()) {
                where.add(on(source, pair.local().column()).eqAny(pair.remoteColumn()));
            }
            for (ColumnPair pair : relation.secondaryPairs()) {
                where.add(pair.remoteColumn().eqAny(value(condition, pair.local())));
            }
            return exists(relation, source, null, where, Set.of(), negated);
        }
        Table targetTable = relation.target().table();
        FromItem target = relation.isSelfReferential() ? targetTable.alias() : targetTable;
        where.addAll(joined(relation, source, target));
        for (ColumnAttribute part : relation.target().primaryKey()) {
            where.add(on(target, part.column()).eqAny(value(condition, part)));
        }
        return exists(relation, source, target, where, Set.of(), negated);
    }

    private Condition isNull(RelationAttribute relation, FromItem source, boolean negated) {
        if (relation.direction() != Direction.MANY_TO_ONE) {
            return exists(relation, source, List.of(), !negated);
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
