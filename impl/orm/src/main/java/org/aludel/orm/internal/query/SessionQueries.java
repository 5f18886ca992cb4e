package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Result;
import org.aludel.engine.Row;
import org.aludel.engine.StatementCache;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.QueryClass;
import org.aludel.orm.RowShape;
import org.aludel.orm.internal.caching.ResultCaching;
import org.aludel.orm.internal.loading.CriteriaOptions;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.CacheTotals;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.Queries;
import org.aludel.orm.internal.watching.LoadWatch;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Statement;
import org.aludel.sql.Structure;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/** Starts the queries of a factory's sessions and keeps what was compiled for them. */
public final class SessionQueries implements Queries {

    private static final int KEPT = 500;

    private final MapperRegistry registry;
    private final LoadWatch watch;
    private final @Nullable ResultCaching caching;
    private final @Nullable QueryClass queryClass;
    private final CriteriaOptions defaultOptions = new CriteriaOptions();
    private final ClassSelects plainSelects;
    private final Map<CoreEngine, BoundedCache<Object, PreparedQuery>> prepared = new ConcurrentHashMap<>(1);

    /**
     * @param queryClass the program's own kind of query; null for none
     * @param watch is told of what is loaded for one object after the other
     * @param caching the result cache; null for none
     */
    public SessionQueries(
            MapperRegistry registry,
            @Nullable QueryClass queryClass,
            LoadWatch watch,
            @Nullable ResultCaching caching) {
        this.caching = caching;
        this.watch = watch;
        this.registry = registry;
        this.queryClass = queryClass;
        this.plainSelects = new ClassSelects(registry, OptionScope.of(List.of(), List.of()));
    }

    private <T extends @Nullable Object> Query<T> made(DefaultSession session, QueryParts parts, Output<T> output) {
        Query<T> plain = new DefaultQuery<>(session, this, parts, output);
        return queryClass == null ? plain : queryClass.of(plain);
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Class<T> type) {
        registry.mapper(type);
        EntityRef<T> entity = Orm.entity(type);
        return made(session, parts(session, List.of(entity)), new Output.OfEntity<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Alias<T> alias) {
        alias.item(registry);
        return made(session, parts(session, List.of(alias)), new Output.OfEntity<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Expr<T> expression) {
        return made(session, parts(session, List.of(expression)), new Output.OfValue<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, RowShape<T> shape) {
        return made(session, parts(session, FlatParts.of(shape.parts())), new Output.OfShape<>(shape));
    }

    @Override
    public Query<Row> rows(DefaultSession session, Selectable... parts) {
        List<Selectable> selected = List.of(parts);
        return made(session, parts(session, FlatParts.of(selected)), new Output.OfRows(selected));
    }

    private QueryParts parts(DefaultSession session, List<Selectable> selected) {
        QueryParts parts = new QueryParts(selected);
        parts.defaults = defaultOptions.kept(registry, session.loadOptions());
        return parts;
    }

    <T extends @Nullable Object> DefaultQuery<T> query(DefaultSession session, QueryParts parts, Output<T> output) {
        return new DefaultQuery<>(session, this, parts, output);
    }

    @Override
    public @Nullable Result objects(
            DefaultSession session, Statement statement, Map<String, ? extends @Nullable Object> parameters) {
        if (!(statement instanceof Select select) || !ObjectSelect.selectsObjects(select)) {
            return null;
        }
        return new ObjectSelect(session, this, select).run(parameters);
    }

    @Nullable
    ResultCaching caching() {
        return caching;
    }

    LoadWatch watch() {
        return watch;
    }

    @Override
    public StatementCache cache() {
        return new CacheTotals(prepared::values);
    }

    @Override
    public Statement limited(Statement statement, List<LoadOption> options) {
        if (options.isEmpty()) {
            return plainSelects.limited(statement);
        }
        OptionScope scope = OptionScope.of(CriteriaOptions.resolved(registry, options), List.of());
        return new ClassSelects(registry, scope).limited(statement);
    }

    MapperRegistry registry() {
        return registry;
    }

    QueryCompiler compiler(CoreEngine engine, QueryParts parts) {
        return new QueryCompiler(engine, registry, parts);
    }

    static Structure structureOf(QueryParts parts) {
        return StructureWriter.structureOf(parts);
    }

    /** What was compiled for a query of this structure, or is now. */
    PreparedQuery prepare(CoreEngine engine, QueryParts parts, Structure structure) {
        BoundedCache<Object, PreparedQuery> cache = prepared.get(engine);
        if (cache == null) {
            cache = prepared.computeIfAbsent(engine, any -> new BoundedCache<>(KEPT));
        }
        PreparedQuery known = cache.get(structure.key());
        return known != null
                ? known
                : cache.putIfAbsent(structure.key(), compiler(engine, parts).prepare(structure));
    }

    /** The engine that a query goes to: that of the first class in it. */
    CoreEngine engine(DefaultSession session, QueryParts parts, boolean writing) {
        for (Selectable part : parts.selected) {
            Class<?> type = typeOf(part);
            EntityMapper mapper = type == null ? null : registry.find(type);
            if (mapper != null) {
                return writing
                        ? session.writingEngine(mapper)
                        : parts.lock == null ? session.engine(mapper) : session.lockingEngine(mapper);
            }
        }
        List<Object> others = new ArrayList<>(parts.selected);
        others.addAll(parts.froms);
        others.addAll(parts.where);
        return session.engineOfParts(others);
    }

    static @Nullable Class<?> typeOf(Selectable part) {
        if (part instanceof EntityRef<?> entity) {
            return entity.type();
        }
        if (part instanceof Alias<?> alias) {
            return alias.type();
        }
        return part instanceof Attribute<?, ?> attribute ? attribute.owner() : null;
    }
}
