package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.AttributeResolution;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.HiddenValues;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** Conditions by attribute names, and objects found by them, by key, or by the object that refers to them. */
abstract class QueryFinding<T extends @Nullable Object> extends QueryJoining<T> {

    QueryFinding(DefaultSession session, SessionQueries queries, QueryParts parts) {
        super(session, queries, parts);
    }

    // ---- by attribute

    @Override
    public <V> Query<T> filterBy(Attribute<?, V> attribute, @Nullable V value) {
        return filter(attribute.eq(value));
    }

    @Override
    public Query<T> filterBy(String attribute, @Nullable Object value) {
        return where(List.of(equal(latestEntity(), attribute, value)));
    }

    @Override
    public Query<T> filterBy(Map<String, ? extends @Nullable Object> values) {
        Object entity = latestEntity();
        List<Expr<Boolean>> conditions = new ArrayList<>();
        values.forEach((name, value) -> conditions.add(equal(entity, name, value)));
        return where(conditions);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Expr<Boolean> equal(Object entity, String name, @Nullable Object value) {
        EntityMapper mapper = mapperOf(entity);
        MappedAttribute mapped = mapper.find(name);
        if (mapped == null) {
            throw QueryErrors.noSuchName(mapper.name(), name, "attribute");
        }
        if (mapped instanceof RelationAttribute relation) {
            Relation meant = relationOf(entity, name);
            if (value == null) {
                return relation.isCollection()
                        ? ((org.aludel.orm.ToMany) meant).isEmpty()
                        : ((org.aludel.orm.ToOne) meant).isNull();
            }
            return relation.isCollection()
                    ? ((org.aludel.orm.ToMany) meant).contains(value)
                    : ((org.aludel.orm.ToOne) meant).eq(value);
        }
        Class type = mapper.type();
        Attribute attribute = Orm.attribute(type, name);
        Expr<Object> expression = entity instanceof Alias alias ? alias.get(attribute) : attribute;
        return expression.eq(value);
    }

    // ---- through relations

    @Override
    public List<T> selectBy(Map<String, ? extends @Nullable Object> values) {
        return reaching(values).all();
    }

    @Override
    public List<T> selectBy(String attribute, @Nullable Object value) {
        return reaching(single(attribute, value)).all();
    }

    @Override
    public @Nullable T getBy(Map<String, ? extends @Nullable Object> values) {
        return reaching(values).first();
    }

    @Override
    public @Nullable T getBy(String attribute, @Nullable Object value) {
        return reaching(single(attribute, value)).first();
    }

    @Override
    public T oneBy(Map<String, ? extends @Nullable Object> values) {
        return reaching(values).one();
    }

    private static Map<String, @Nullable Object> single(String attribute, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(attribute, value);
        return values;
    }

    /** Joins what leads to the names, each class once. */
    private Query<T> reaching(Map<String, ? extends @Nullable Object> values) {
        Object root = firstEntity();
        if (root == null) {
            throw QueryErrors.noClass(parts.selected);
        }
        Map<List<RelationAttribute>, Object> reached = new HashMap<>();
        reached.put(List.of(), root);
        DefaultQuery<T> query = with(copy -> {});
        List<Expr<Boolean>> conditions = new ArrayList<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            List<RelationAttribute> path = RelationSearch.pathTo(mapperOf(root), entry.getKey());
            for (int i = 1; i <= path.size(); i++) {
                List<RelationAttribute> part = List.copyOf(path.subList(0, i));
                if (!reached.containsKey(part)) {
                    RelationAttribute last = path.get(i - 1);
                    Object from = Objects.requireNonNull(reached.get(List.copyOf(path.subList(0, i - 1))));
                    Alias<?> alias = Orm.aliased(last.target().type());
                    query = query.along(Join.Kind.INNER, relationOf(from, last.name()), alias);
                    reached.put(part, alias);
                }
            }
            Object owner = Objects.requireNonNull(reached.get(List.copyOf(path)));
            conditions.add(equal(owner, entry.getKey(), entry.getValue()));
        }
        return query.where(conditions);
    }

    // ---- by key

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T get(Object key) {
        if (parts.selected.size() != 1 || !(parts.selected.get(0) instanceof EntityRef<?> entity)) {
            throw QueryErrors.notForKey("get", "other parts than one class");
        }
        if (parts.isNarrowed()) {
            throw QueryErrors.notForKey("get", "conditions, joins, an order or limits");
        }
        EntityMapper mapper = registry().mapper(entity.type());
        if (parts.options.isEmpty() && !parts.populateExisting && parts.eager) {
            return (T)
                    (parts.lock == null
                            ? session.get(entity.type(), key)
                            : session.get(entity.type(), key, parts.lock));
        }
        EntityKey wanted = mapper.key(key);
        EntityState known =
                parts.populateExisting ? null : session.identityMap().find(session.keyed(wanted));
        if (known != null && known.get() != null) {
            return (T) session.get(entity.type(), key);
        }
        List<Expr<Boolean>> conditions = new ArrayList<>();
        for (int i = 0; i < mapper.primaryKey().length; i++) {
            Column<?> column = mapper.primaryKey()[i].column();
            conditions.add(column.eqAny(BindParameter.of(column.type(), wanted.part(i))));
        }
        return where(conditions).oneOrNone();
    }

    // ---- by the object that refers

    @Override
    public Query<T> withParent(Object parent) {
        EntityMapper owner = registry().mapper(parent.getClass());
        Object target = firstEntity();
        if (target == null) {
            throw QueryErrors.noClass(parts.selected);
        }
        List<RelationAttribute> fitting = new ArrayList<>();
        for (RelationAttribute relation : owner.relations()) {
            if (relation.index() >= 0 && relation.target() == mapperOf(target)) {
                fitting.add(relation);
            }
        }
        if (fitting.size() != 1) {
            throw QueryErrors.noSingleParent(owner.name(), mapperOf(target).name(), fitting);
        }
        return withParent(parent, fitting.get(0));
    }

    @Override
    public Query<T> withParent(Object parent, Relation<?, ?> relation) {
        return withParent(parent, registry().resolution().relation(relation));
    }

    private Query<T> withParent(Object parent, RelationAttribute relation) {
        EntityMapper owner = relation.owner();
        if (!owner.type().isInstance(parent)) {
            throw QueryErrors.strangeParent(relation, parent);
        }
        Object entity = firstEntity();
        FromItem target = entity instanceof Alias<?> alias ? alias.item(registry()) : relation.targetItem();
        FromItem source = PolymorphicFrom.another(owner.from().item(), null);
        FromItem between = relation.between() == null ? null : PolymorphicFrom.another(relation.between(), null);
        Map<Column<?>, ColumnAttribute> own = new IdentityHashMap<>();
        for (ColumnAttribute attribute : owner.columns()) {
            if (attribute.expression() == null) {
                own.put(AttributeResolution.on(source, attribute.column()), attribute);
            }
        }
        List<Expr<Boolean>> conditions = new ArrayList<>();
        for (Expr<Boolean> condition : registry().resolution().joined(relation, source, target, between)) {
            conditions.add(Traversal.replace(condition, node -> {
                ColumnAttribute attribute = node instanceof Column<?> column ? own.get(column) : null;
                return attribute == null ? node : valueOf(parent, attribute);
            }));
        }
        return where(conditions);
    }

    private BindParameter<?> valueOf(Object parent, ColumnAttribute attribute) {
        EntityState state = EntityState.of(parent);
        if (state != null && state.key() != null && !state.isLoaded(attribute)) {
            session.refresh(parent);
        }
        HiddenValues hidden = state;
        return BindParameter.of(attribute.column().type(), attribute.get(parent, hidden));
    }
}
