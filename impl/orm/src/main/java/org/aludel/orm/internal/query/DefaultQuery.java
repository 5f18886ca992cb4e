package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Alias;
import org.aludel.orm.Assignment;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.Relation;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.LockMode;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** A query of a session: what it asks for, and what its rows become. */
final class DefaultQuery<T extends @Nullable Object> implements Query<T> {

    private static final @Nullable Object[] NO_VALUES = {};

    private final DefaultSession session;
    private final SessionQueries queries;
    private final QueryParts parts;
    private final Output<T> output;

    DefaultQuery(DefaultSession session, SessionQueries queries, QueryParts parts, Output<T> output) {
        this.session = session;
        this.queries = queries;
        this.parts = parts;
        this.output = output;
    }

    private DefaultQuery<T> with(Consumer<QueryParts> change) {
        return new DefaultQuery<>(session, queries, parts.with(change), output);
    }

    // ---- what is asked for

    @Override
    public Query<T> filter(Condition... conditions) {
        return with(copy -> copy.where = QueryParts.appended(parts.where, List.of(conditions)));
    }

    @Override
    public Query<T> filter(Expr<Boolean> condition) {
        return with(copy -> copy.where = QueryParts.appended(parts.where, List.of(condition)));
    }

    @Override
    public <V> Query<T> filterBy(Attribute<?, V> attribute, @Nullable V value) {
        return filter(attribute.eq(value));
    }

    @Override
    public Query<T> filterBy(String attribute, @Nullable Object value) {
        Object entity = latestEntity();
        Class<?> type = entity instanceof Alias<?> alias ? alias.type() : (Class<?>) entity;
        MappedAttribute mapped = queries.registry().mapper(type).attribute(attribute);
        if (mapped instanceof RelationAttribute) {
            return filter(
                    entity instanceof Alias<?> alias
                            ? refers(alias, attribute, value)
                            : Orm.<Object, Object>toOne(castType(type), attribute)
                                    .eq(value));
        }
        Expr<Object> expression = entity instanceof Alias<?> alias
                ? attributeOf(alias, attribute)
                : Orm.<Object, Object>attribute(castType(type), attribute);
        return filter(expression.eq(value));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> castType(Class<?> type) {
        return (Class<Object>) type;
    }

    private static <E> Condition refers(Alias<E> alias, String relation, @Nullable Object value) {
        return alias.get(Orm.<E, Object>toOne(alias.type(), relation)).eq(value);
    }

    private static <E> Expr<Object> attributeOf(Alias<E> alias, String name) {
        return alias.get(Orm.<E, Object>attribute(alias.type(), name));
    }

    /** The class or alias joined last, else the first one selected. */
    private Object latestEntity() {
        for (int i = parts.joins.size() - 1; i >= 0; i--) {
            JoinStep step = parts.joins.get(i);
            if (step instanceof JoinStep.ByRelation join) {
                Alias<?> alias = join.target();
                return alias != null
                        ? alias
                        : queries.registry()
                                .resolution()
                                .relation(join.relation())
                                .target()
                                .type();
            }
            if (step instanceof JoinStep.ByCondition join && !(join.target() instanceof FromItem)) {
                return join.target();
            }
        }
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity) {
                return entity.type();
            }
            if (part instanceof Alias<?> alias) {
                return alias;
            }
            if (part instanceof Attribute<?, ?> attribute) {
                return attribute.owner();
            }
        }
        throw new ArgumentException(
                "ALU-0715",
                "filterBy by name needs a mapped class; where: " + parts.selected
                        + "; what to do: use filter(...) with an expression");
    }

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

    @Override
    public Query<T> join(Relation<?, ?> relation) {
        return joined(new JoinStep.ByRelation(relation, null, false));
    }

    @Override
    public <X> Query<T> join(Relation<?, X> relation, Alias<? extends X> target) {
        return joined(new JoinStep.ByRelation(relation, bound(target), false));
    }

    @Override
    public Query<T> join(Alias<?> target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(bound(target), on, false));
    }

    @Override
    public Query<T> join(FromItem target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(target, on, false));
    }

    @Override
    public Query<T> join(Class<?> target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(target, on, false));
    }

    @Override
    public Query<T> outerJoin(Relation<?, ?> relation) {
        return joined(new JoinStep.ByRelation(relation, null, true));
    }

    @Override
    public <X> Query<T> outerJoin(Relation<?, X> relation, Alias<? extends X> target) {
        return joined(new JoinStep.ByRelation(relation, bound(target), true));
    }

    @Override
    public Query<T> outerJoin(Alias<?> target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(bound(target), on, true));
    }

    @Override
    public Query<T> outerJoin(FromItem target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(target, on, true));
    }

    @Override
    public Query<T> outerJoin(Class<?> target, Expr<Boolean> on) {
        return joined(new JoinStep.ByCondition(target, on, true));
    }

    private Query<T> joined(JoinStep step) {
        return with(copy -> copy.joins = QueryParts.appended(parts.joins, List.of(step)));
    }

    /** Gives the alias its table at once, so that conditions on two aliases never look the same. */
    private Alias<?> bound(Alias<?> alias) {
        alias.item(queries.registry());
        return alias;
    }

    @Override
    public Query<T> orderBy(Ordering... orderings) {
        return with(copy -> copy.orderBy = QueryParts.appended(parts.orderBy, List.of(orderings)));
    }

    @Override
    public Query<T> clearOrderBy() {
        return with(copy -> {
            copy.orderBy = List.of();
            copy.unordered = true;
        });
    }

    @Override
    public Query<T> groupBy(Expr<?>... expressions) {
        return with(copy -> copy.groupBy = QueryParts.appended(parts.groupBy, List.of(expressions)));
    }

    @Override
    public Query<T> having(Condition... conditions) {
        return with(copy -> copy.having = QueryParts.appended(parts.having, List.of(conditions)));
    }

    @Override
    public Query<T> having(Expr<Boolean> condition) {
        return with(copy -> copy.having = QueryParts.appended(parts.having, List.of(condition)));
    }

    @Override
    public Query<T> distinct() {
        return with(copy -> copy.distinct = true);
    }

    @Override
    public Query<T> slice(int from, int toExclusive) {
        if (from < 0 || toExclusive < from) {
            throw QueryErrors.badSlice("slice(" + from + ", " + toExclusive + ")");
        }
        return sliced(from, toExclusive - from);
    }

    @Override
    public Query<T> limit(int rows) {
        if (rows < 0) {
            throw QueryErrors.badSlice("limit(" + rows + ")");
        }
        return sliced(0, rows);
    }

    @Override
    public Query<T> offset(int rows) {
        if (rows < 0) {
            throw QueryErrors.badSlice("offset(" + rows + ")");
        }
        return sliced(rows, null);
    }

    private DefaultQuery<T> sliced(int from, @Nullable Integer rows) {
        return new DefaultQuery<>(session, queries, parts.sliced(from, rows), output);
    }

    @Override
    public Query<T> options(LoadOption... options) {
        return with(copy -> copy.options = QueryParts.appended(parts.options, List.of(options)));
    }

    @Override
    public Query<T> populateExisting() {
        return with(copy -> copy.populateExisting = true);
    }

    @Override
    public Query<T> withForUpdate() {
        return withForUpdate(LockMode.UPDATE);
    }

    @Override
    public Query<T> withForUpdate(LockMode mode) {
        return with(copy -> {
            copy.lock = mode;
            // what others changed before the lock was granted must be seen
            copy.populateExisting = true;
        });
    }

    @Override
    public Query<T> yieldPer(int rows) {
        if (rows < 1) {
            throw QueryErrors.badSlice("yieldPer(" + rows + ")");
        }
        return with(copy -> {
            copy.yieldPer = rows;
            copy.streaming = true;
        });
    }

    @Override
    public Query<T> withoutAutoflush() {
        return with(copy -> copy.autoflush = false);
    }

    @Override
    public Query<T> onShard(String shard) {
        return with(copy -> copy.shard = shard);
    }

    // ---- the answer

    @Override
    public List<T> all() {
        List<T> all = new ArrayList<>();
        run(all, Integer.MAX_VALUE);
        return all;
    }

    @Override
    public T one() {
        List<T> found = atMostTwo();
        if (found.isEmpty()) {
            throw QueryErrors.none(this);
        }
        if (found.size() > 1) {
            throw QueryErrors.several(this);
        }
        return found.get(0);
    }

    @Override
    public @Nullable T oneOrNone() {
        List<T> found = atMostTwo();
        if (found.size() > 1) {
            throw QueryErrors.several(this);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private List<T> atMostTwo() {
        List<T> found = new ArrayList<>(2);
        run(found, 2);
        return found;
    }

    @Override
    public @Nullable T first() {
        List<T> found = new ArrayList<>(1);
        sliced(0, 1).run(found, Integer.MAX_VALUE);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public @Nullable Object scalar() {
        T found = oneOrNone();
        return found instanceof org.aludel.engine.Row row ? row.get(0) : found;
    }

    /** Reads rows until there are enough results. */
    private void run(List<? super T> results, int enough) {
        session.enter();
        try {
            ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
            if (sharded == null) {
                runHere(results, enough);
            } else {
                sharded.collect(results, enough);
            }
        } finally {
            session.exit();
        }
    }

    void runHere(List<? super T> results, int enough) {
        QueryCursor<T> cursor = open();
        try {
            cursor.readInto(results, enough);
        } finally {
            cursor.close();
        }
    }

    DefaultQuery<T> of(QueryParts other) {
        return new DefaultQuery<>(session, queries, other, output);
    }

    private QueryCursor<T> open() {
        if (parts.autoflush) {
            session.autoflush();
        }
        return told().openAsIs();
    }

    /** This query with the conditions of those who listen to executions. */
    private DefaultQuery<T> told() {
        ExecuteStatement event = session.executing(
                SessionQueries.typeOf(parts.selected.get(0)), ExecuteStatement.Origin.QUERY, this::toSelect);
        if (event == null || event.conditions().isEmpty()) {
            return this;
        }
        return with(changed -> changed.where = QueryParts.appended(parts.where, event.conditions()));
    }

    private QueryCursor<T> openAsIs() {
        var structure = SessionQueries.structureOf(parts);
        CoreEngine engine = queries.engine(session, parts, false);
        PreparedQuery prepared = queries.prepare(engine, parts, structure);
        return new QueryCursor<>(session, prepared, output, parts, rows(engine, prepared.planFor(structure)));
    }

    private Rows rows(CoreEngine engine, Plan plan) {
        CoreConnection connection = session.connection(engine);
        return (parts.yieldPer == 0
                        ? connection
                        : connection.with(connection.options().withYieldPer(parts.yieldPer)))
                .rows(plan, NO_VALUES);
    }

    @Override
    public Stream<T> stream() {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null ? streamHere() : sharded.stream(DefaultQuery::streamHere);
    }

    private Stream<T> streamHere() {
        session.enter();
        QueryCursor<T> cursor = null;
        try {
            cursor = open();
            return cursor.stream(session::exit);
        } finally {
            if (cursor == null) {
                session.exit();
            }
        }
    }

    @Override
    public long count() {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null
                ? countHere()
                : sharded.each(DefaultQuery::countHere).stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private long countHere() {
        CoreEngine engine = engine();
        Object counted = single(engine, queries.compiler(engine, told().parts).counting(Sql.count()));
        return ((Number) Objects.requireNonNull(counted)).longValue();
    }

    @Override
    public boolean exists() {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null
                ? existsHere()
                : sharded.each(DefaultQuery::existsHere).contains(Boolean.TRUE);
    }

    private boolean existsHere() {
        Expr<Integer> one = Sql.literalColumn("1", Types.INTEGER);
        CoreEngine engine = engine();
        return single(engine, queries.compiler(engine, told().sliced(0, 1).parts).probing(one)) != null;
    }

    /** The first value of a statement of the core; null if there is no row. */
    private @Nullable Object single(CoreEngine engine, Select select) {
        session.enter();
        try {
            if (parts.autoflush) {
                session.autoflush();
            }
            Plan plan = engine.plan(select, List.of(), queries.registry());
            try (Rows rows = session.connection(engine).rows(plan, NO_VALUES)) {
                return rows.next() ? rows.getObject(0) : null;
            }
        } finally {
            session.exit();
        }
    }

    // ---- bulk statements

    @Override
    public long update(Assignment<?>... assignments) {
        return inShards(query -> query.bulk().told(ExecuteStatement.Origin.BULK_UPDATE).update(List.of(assignments)));
    }

    @Override
    public long delete() {
        return inShards(query -> query.bulk().told(ExecuteStatement.Origin.BULK_DELETE).delete());
    }

    private long inShards(Function<DefaultQuery<T>, Long> changing) {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null
                ? changing.apply(this)
                : sharded.each(changing).stream().mapToLong(Long::longValue).sum();
    }

    private BulkStatement bulk() {
        if (parts.selected.size() != 1 || !(parts.selected.get(0) instanceof EntityRef<?> entity)) {
            throw QueryErrors.notBulk("other parts than one class");
        }
        if (!parts.joins.isEmpty() || !parts.froms.isEmpty()) {
            throw QueryErrors.notBulk("joins");
        }
        if (parts.isGrouped() || !parts.orderBy.isEmpty()) {
            throw QueryErrors.notBulk("an order, groups or limits");
        }
        EntityMapper mapper = queries.registry().mapper(entity.type());
        return new BulkStatement(session, queries, mapper, parts);
    }

    // ---- the statement

    private CoreEngine engine() {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null ? queries.engine(session, parts, false) : sharded.first(DefaultQuery::engine);
    }

    @Override
    public Select toSelect() {
        return queries.compiler(engine(), parts).select();
    }

    @Override
    public String toSql() {
        return engine()
                .plan(toSelect(), List.of(), queries.registry())
                .compiled()
                .sql();
    }

    @Override
    public String toString() {
        return toSql();
    }
}
