package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Selectable;
import org.jspecify.annotations.Nullable;

/** The joins of a query: along relations, names of relations, foreign keys, or any condition. */
abstract class QueryJoining<T extends @Nullable Object> extends QuerySteps<T> {

    QueryJoining(DefaultSession session, SessionQueries queries, QueryParts parts) {
        super(session, queries, parts);
    }

    // ---- where rows come from

    @Override
    public Query<T> from(FromItem... items) {
        return with(copy -> copy.froms = QueryParts.appended(parts.froms, List.of(items)));
    }

    @Override
    public Query<T> from(Class<?> type) {
        return with(copy -> copy.froms = QueryParts.appended(parts.froms, List.of(type)));
    }

    @Override
    public Query<T> from(Alias<?> alias) {
        bound(alias);
        return with(copy -> copy.froms = QueryParts.appended(parts.froms, List.of(alias)));
    }

    // ---- along relations

    @Override
    public Query<T> join(Relation<?, ?> relation) {
        return along(Join.Kind.INNER, relation, null);
    }

    @Override
    public Query<T> join(Relation<?, ?> first, Relation<?, ?> second, Relation<?, ?>... more) {
        QueryJoining<T> joined = along(Join.Kind.INNER, first, null).along(Join.Kind.INNER, second, null);
        for (Relation<?, ?> relation : more) {
            joined = joined.along(Join.Kind.INNER, relation, null);
        }
        return joined;
    }

    @Override
    public <X> Query<T> join(Relation<?, X> relation, Alias<? extends X> target) {
        return along(Join.Kind.INNER, relation, target);
    }

    @Override
    public Query<T> join(Class<?> target, Relation<?, ?> relation) {
        return towards(Join.Kind.INNER, target, relation);
    }

    @Override
    public Query<T> join(Alias<?> target, Relation<?, ?> relation) {
        return towards(Join.Kind.INNER, target, relation);
    }

    @Override
    public Query<T> outerJoin(Relation<?, ?> relation) {
        return along(Join.Kind.LEFT, relation, null);
    }

    @Override
    public <X> Query<T> outerJoin(Relation<?, X> relation, Alias<? extends X> target) {
        return along(Join.Kind.LEFT, relation, target);
    }

    @Override
    public Query<T> outerJoin(Class<?> target, Relation<?, ?> relation) {
        return towards(Join.Kind.LEFT, target, relation);
    }

    @Override
    public Query<T> outerJoin(Alias<?> target, Relation<?, ?> relation) {
        return towards(Join.Kind.LEFT, target, relation);
    }

    @Override
    public Query<T> fullJoin(Relation<?, ?> relation) {
        return along(Join.Kind.FULL, relation, null);
    }

    final DefaultQuery<T> along(Join.Kind kind, Relation<?, ?> relation, @Nullable Alias<?> target) {
        Relation<?, ?> meant = Substitution.adapt(parts.substitutions, relation);
        return joined(new JoinStep.ByRelation(meant, target == null ? null : bound(target), kind));
    }

    /** Along a relation to what the program names as well. */
    private Query<T> towards(Join.Kind kind, Object target, Relation<?, ?> relation) {
        Class<?> type = target instanceof Alias<?> alias ? alias.type() : (Class<?>) target;
        Class<?> reached = registry().resolution().relation(relation).target().type();
        if (!reached.isAssignableFrom(type) && !type.isAssignableFrom(reached)) {
            throw QueryErrors.leadsElsewhere(relation, reached, type);
        }
        if (target instanceof Alias<?> alias) {
            return along(kind, relation, alias);
        }
        return along(
                kind, type == reached || type.isAssignableFrom(reached) ? relation : narrowed(relation, type), null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Relation<?, ?> narrowed(Relation<?, ?> relation, Class<?> subclass) {
        return ((Relation) relation).ofType((Class) subclass);
    }

    // ---- by names of relations

    @Override
    public Query<T> join(String... path) {
        return named(Join.Kind.INNER, path, false);
    }

    @Override
    public Query<T> outerJoin(String... path) {
        return named(Join.Kind.LEFT, path, false);
    }

    @Override
    public Query<T> joinAliased(String... path) {
        return named(Join.Kind.INNER, path, true);
    }

    @Override
    public Query<T> joinAliased(Relation<?, ?>... path) {
        return anonymous(Join.Kind.INNER, path);
    }

    @Override
    public Query<T> outerJoinAliased(Relation<?, ?>... path) {
        return anonymous(Join.Kind.LEFT, path);
    }

    private Query<T> anonymous(Join.Kind kind, Relation<?, ?>[] path) {
        return named(kind, Arrays.stream(path).map(Relation::name).toArray(String[]::new), true);
    }

    private Query<T> named(Join.Kind kind, String[] path, boolean aliased) {
        DefaultQuery<T> query = with(copy -> {
            copy.joinpoint = parts.fromJoinpoint ? parts.joinpoint : null;
            copy.fromJoinpoint = false;
        });
        Object entity = parts.fromJoinpoint ? latestEntity() : startOf(path);
        for (String name : path) {
            Relation<?, ?> relation = relationOf(entity, name);
            RelationAttribute mapped = registry().resolution().relation(relation);
            if (aliased) {
                Alias<?> target = Orm.aliased(mapped.target().type());
                query = query.along(kind, relation, target).with(copy -> copy.joinpoint = target);
                entity = target;
            } else {
                query = query.along(kind, relation, null);
                entity = mapped.target().type();
            }
        }
        return query;
    }

    /** The class that a path starts from: the first of the query, or the one joined last, that has such a relation. */
    private Object startOf(String[] path) {
        Object first = firstEntity();
        if (path.length > 0 && first != null) {
            if (mapperOf(first).find(path[0]) instanceof RelationAttribute) {
                return first;
            }
        }
        Object latest = latestEntity();
        return path.length > 0 && mapperOf(latest).find(path[0]) instanceof RelationAttribute || first == null
                ? latest
                : first;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    final Relation<?, ?> relationOf(Object entity, String name) {
        EntityMapper mapper = mapperOf(entity);
        if (!(mapper.find(name) instanceof RelationAttribute found)) {
            throw QueryErrors.noSuchName(mapper.name(), name, "relation");
        }
        Class type = mapper.type();
        Relation<?, ?> relation = found.isCollection() ? Orm.toMany(type, name) : Orm.toOne(type, name);
        return entity instanceof Alias<?> alias ? ((Relation) relation).from((Alias) alias) : relation;
    }

    @Override
    public Query<T> fromJoinpoint() {
        return with(copy -> copy.fromJoinpoint = true);
    }

    @Override
    public Query<T> resetJoinpoint() {
        return with(copy -> {
            copy.joinpoint = null;
            copy.fromJoinpoint = false;
        });
    }

    // ---- by foreign keys and conditions

    @Override
    public Query<T> join(Class<?> target) {
        return on(Join.Kind.INNER, target, null);
    }

    @Override
    public Query<T> join(Alias<?> target) {
        return on(Join.Kind.INNER, bound(target), null);
    }

    @Override
    public Query<T> join(FromItem target) {
        return on(Join.Kind.INNER, target, null);
    }

    @Override
    public Query<T> join(Alias<?> target, Expr<Boolean> on) {
        return on(Join.Kind.INNER, bound(target), on);
    }

    @Override
    public Query<T> join(FromItem target, Expr<Boolean> on) {
        return on(Join.Kind.INNER, target, on);
    }

    @Override
    public Query<T> join(Class<?> target, Expr<Boolean> on) {
        return on(Join.Kind.INNER, target, on);
    }

    @Override
    public Query<T> outerJoin(Class<?> target) {
        return on(Join.Kind.LEFT, target, null);
    }

    @Override
    public Query<T> outerJoin(Alias<?> target) {
        return on(Join.Kind.LEFT, bound(target), null);
    }

    @Override
    public Query<T> outerJoin(FromItem target) {
        return on(Join.Kind.LEFT, target, null);
    }

    @Override
    public Query<T> outerJoin(Alias<?> target, Expr<Boolean> on) {
        return on(Join.Kind.LEFT, bound(target), on);
    }

    @Override
    public Query<T> outerJoin(FromItem target, Expr<Boolean> on) {
        return on(Join.Kind.LEFT, target, on);
    }

    @Override
    public Query<T> outerJoin(Class<?> target, Expr<Boolean> on) {
        return on(Join.Kind.LEFT, target, on);
    }

    @Override
    public Query<T> fullJoin(Class<?> target, Expr<Boolean> on) {
        return on(Join.Kind.FULL, target, on);
    }

    @Override
    public Query<T> fullJoin(Alias<?> target, Expr<Boolean> on) {
        return on(Join.Kind.FULL, bound(target), on);
    }

    @Override
    public Query<T> fullJoin(FromItem target, Expr<Boolean> on) {
        return on(Join.Kind.FULL, target, on);
    }

    private Query<T> on(Join.Kind kind, Object target, @Nullable Expr<Boolean> on) {
        Expr<Boolean> meant = on == null ? null : Substitution.adapt(registry(), parts.substitutions, on);
        return joined(new JoinStep.ByCondition(target, meant, kind));
    }

    private DefaultQuery<T> joined(JoinStep step) {
        return with(copy -> {
            copy.joins = QueryParts.appended(parts.joins, List.of(step));
            copy.joinpoint = null;
            copy.fromJoinpoint = false;
        });
    }

    // ---- the classes of the query

    /** Gives the alias its table at once, so that conditions on two aliases never look the same. */
    final Alias<?> bound(Alias<?> alias) {
        alias.item(registry());
        return alias;
    }

    final EntityMapper mapperOf(Object entity) {
        return registry().mapper(entity instanceof Alias<?> alias ? alias.type() : (Class<?>) entity);
    }

    /** The class or alias joined last, else the first one of the query. */
    final Object latestEntity() {
        if (parts.joinpoint != null) {
            return parts.joinpoint;
        }
        for (int i = parts.joins.size() - 1; i >= 0; i--) {
            Object found = entityOf(parts.joins.get(i));
            if (found != null) {
                return found;
            }
        }
        Object first = firstEntity();
        if (first == null) {
            throw QueryErrors.noClass(parts.selected);
        }
        return first;
    }

    private @Nullable Object entityOf(JoinStep step) {
        if (step instanceof JoinStep.ByCondition join) {
            return join.target() instanceof FromItem ? null : join.target();
        }
        JoinStep.ByRelation join = (JoinStep.ByRelation) step;
        Alias<?> alias = join.target() != null ? join.target() : join.relation().occurrence();
        if (alias != null) {
            return alias;
        }
        Class<?> narrowed = join.relation().subclass();
        return narrowed != null
                ? narrowed
                : registry().resolution().relation(join.relation()).target().type();
    }

    /** The first class or alias that rows come from or are made of; null if there is none. */
    final @Nullable Object firstEntity() {
        List<Object> candidates = new ArrayList<>();
        for (Object from : parts.froms) {
            if (!(from instanceof FromItem)) {
                candidates.add(from);
            }
        }
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity) {
                candidates.add(entity.type());
            } else if (part instanceof Alias<?>) {
                candidates.add(part);
            } else if (part instanceof Attribute<?, ?> attribute) {
                candidates.add(attribute.owner());
            } else if (part instanceof org.aludel.orm.AliasAttribute<?, ?> attribute) {
                candidates.add(attribute.alias());
            }
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }
}
