package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.engine.Result;
import org.aludel.orm.Assignment;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.Session;
import org.aludel.orm.Synchronize;
import org.aludel.orm.internal.caching.CacheWish;
import org.aludel.orm.internal.caching.CachedReads;
import org.aludel.orm.internal.caching.ResultCaching;
import org.aludel.orm.internal.loading.CriteriaOptions;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** A query of a session: what it asks for, and what its rows become. */
final class DefaultQuery<T extends @Nullable Object> extends QueryDeriving<T> {

    private static final System.Logger LOG = System.getLogger("org.aludel.query");

    private static final @Nullable Object[] NO_VALUES = {};

    private final Output<T> output;

    DefaultQuery(DefaultSession session, SessionQueries queries, QueryParts parts, Output<T> output) {
        super(session, queries, parts);
        this.output = output;
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

    @Override
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
        ExecuteStatement event = session.events()
                .executing(
                        SessionQueries.typeOf(parts.selected.get(0)),
                        ExecuteStatement.Origin.QUERY,
                        () -> parts.statement != null ? parts.statement : toSelect());
        if (event == null || parts.statement != null) {
            return this;
        }
        DefaultQuery<T> optioned = event.options().isEmpty()
                ? this
                : with(copy -> copy.options =
                        QueryParts.appended(parts.options, CriteriaOptions.resolved(registry(), event.options())));
        return event.conditions().isEmpty() ? optioned : optioned.where(event.conditions());
    }

    private QueryCursor<T> openAsIs() {
        QueryParts given = given();
        CoreEngine engine = queries.engine(session, given, false);
        if (given.statement != null) {
            return new StatementReading(session, queries, given).open(engine, output);
        }
        var structure = SessionQueries.structureOf(given);
        PreparedQuery prepared = queries.prepare(engine, given, structure);
        CachedReads cached = cachedReads();
        RowSource rows = rows(engine, prepared, prepared.planFor(structure), cached);
        return new QueryCursor<>(
                session,
                prepared,
                output,
                parts,
                prepared.values(structure),
                rows,
                rows,
                queries.watch().ofQuery(session),
                cached);
    }

    /** The parts with the values of named parameters. */
    private QueryParts given() {
        return Parameters.given(registry(), parts);
    }

    /** How the result cache answers; null if it is not asked. */
    private @Nullable CachedReads cachedReads() {
        ResultCaching caching = queries.caching();
        CacheWish wish = parts.cache;
        return caching == null || wish == null || parts.yieldPer != 0 || parts.lock != null
                ? null
                : new CachedReads(caching, wish, parts.populateExisting);
    }

    private RowSource rows(CoreEngine engine, PreparedQuery prepared, Plan plan, @Nullable CachedReads cached) {
        CoreConnection connection = optioned(session.connection(engine));
        if (cached != null) {
            return cached.rows(engine, connection, plan, NO_VALUES);
        }
        if (parts.yieldPer == 0) {
            return connection.rows(plan, NO_VALUES);
        }
        if (engine.dialect().streamsAlone() && (!prepared.shape().loads().isEmpty() || prepared.nests())) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} allows no other statement while rows stream, and the query loads relations by further ones:"
                            + " the rows are read by the driver first",
                    engine.name());
            return connection.rows(plan, NO_VALUES);
        }
        return connection
                .with(connection.options().withYieldPer(parts.yieldPer))
                .rows(plan, NO_VALUES);
    }

    private CoreConnection optioned(CoreConnection connection) {
        return parts.execution == null ? connection : connection.with(parts.execution.apply(connection.options()));
    }

    @Override
    public List<T> instances(Result rows) {
        session.enter();
        try {
            List<T> found = new ArrayList<>();
            QueryCursor<T> cursor = new StatementReading(session, queries, given()).of(rows, output);
            try {
                cursor.readInto(found, Integer.MAX_VALUE);
            } finally {
                cursor.close();
            }
            return found;
        } finally {
            session.exit();
        }
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
        Object counted = single(engine, queries.compiler(engine, told().given()).counting(Sql.count()));
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
        return single(
                        engine,
                        queries.compiler(engine, told().sliced(0, 1).given()).probing(one))
                != null;
    }

    /** The first value of a statement of the core; null if there is no row. */
    private @Nullable Object single(CoreEngine engine, Select select) {
        session.enter();
        try {
            if (parts.autoflush) {
                session.autoflush();
            }
            Plan plan = engine.plan(select, List.of(), queries.registry());
            CachedReads cached = cachedReads();
            CoreConnection connection = optioned(session.connection(engine));
            try (RowSource rows = cached == null
                    ? connection.rows(plan, NO_VALUES)
                    : cached.rows(engine, connection, plan, NO_VALUES)) {
                return rows.next() ? rows.getObject(0) : null;
            }
        } finally {
            session.exit();
        }
    }

    // ---- bulk statements

    @Override
    public long update(Assignment<?>... assignments) {
        return update(Synchronize.AUTO, assignments);
    }

    @Override
    public long update(Synchronize synchronize, Assignment<?>... assignments) {
        return inShards(query ->
                query.bulk().told(ExecuteStatement.Origin.BULK_UPDATE).update(synchronize, List.of(assignments)));
    }

    @Override
    public long update(Map<String, ? extends @Nullable Object> values) {
        Object entity = firstEntity();
        if (!(entity instanceof Class<?> type)) {
            throw QueryErrors.notBulk("other parts than one class");
        }
        List<Assignment<?>> assignments = new ArrayList<>();
        values.forEach((name, value) -> assignments.add(assignment(type, name, value)));
        return update(assignments.toArray(new Assignment<?>[0]));
    }

    @SuppressWarnings("unchecked") // the attribute's type is known to the mapping only, which checks the value
    private static Assignment<?> assignment(Class<?> type, String name, @Nullable Object value) {
        if (value instanceof Expr<?> expression) {
            return Orm.set(Orm.<Object, String>attribute((Class<Object>) type, name), (Expr<String>) expression);
        }
        Attribute<Object, Object> attribute = Orm.attribute((Class<Object>) type, name);
        return value == null ? Orm.setNull(attribute) : Orm.<Object>set(attribute, value);
    }

    @Override
    public long delete() {
        return delete(Synchronize.AUTO);
    }

    @Override
    public long delete(Synchronize synchronize) {
        return inShards(
                query -> query.bulk().told(ExecuteStatement.Origin.BULK_DELETE).delete(synchronize));
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
        if (parts.isGrouped() || !parts.orderBy.isEmpty()) {
            throw QueryErrors.notBulk("an order, groups or limits");
        }
        EntityMapper mapper = queries.registry().mapper(entity.type());
        return new BulkStatement(session, queries, mapper, given());
    }

    // ---- the statement

    private CoreEngine engine() {
        ShardedQuery<T> sharded = ShardedQuery.of(session, this, parts);
        return sharded == null ? queries.engine(session, parts, false) : sharded.first(DefaultQuery::engine);
    }

    @Override
    public Query<T> withSession(Session other) {
        if (!(other instanceof DefaultSession same) || same.factory() != session.factory()) {
            throw QueryErrors.otherFactory();
        }
        return new DefaultQuery<>(same, queries, parts, output);
    }

    @Override
    public Select toSelect() {
        if (parts.statement != null) {
            throw QueryErrors.ofStatement("toSelect");
        }
        return correlated(compiler().plain());
    }

    private QueryCompiler compiler() {
        return queries.compiler(engine(), given());
    }

    /** For each selected part the place of its first column in {@link #toSelect}. */
    @Override
    int[] places() {
        return compiler().plainPlaces();
    }

    @Override
    public String toSql() {
        CoreEngine engine = engine();
        Statement statement = parts.statement;
        return engine.plan(statement != null ? statement : compiler().select(), List.of(), queries.registry())
                .compiled()
                .sql();
    }

    @Override
    public String toString() {
        return toSql();
    }
}
