package org.aludel.orm.internal.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.DeferredEngine;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.BeforeConfigured;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.EngineRouter;
import org.aludel.orm.EventFilter;
import org.aludel.orm.EventHandler;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Mappings;
import org.aludel.orm.NamingStrategy;
import org.aludel.orm.OrmEvent;
import org.aludel.orm.QueryClass;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.orm.Shards;
import org.aludel.orm.internal.caching.ResultCaching;
import org.aludel.orm.internal.events.EventHub;
import org.aludel.orm.internal.events.ListenerMethods;
import org.aludel.orm.internal.flush.RowFlusher;
import org.aludel.orm.internal.loading.StatementLoader;
import org.aludel.orm.internal.mapping.Completions;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.query.SessionQueries;
import org.aludel.orm.internal.session.DefaultSessionFactory;
import org.aludel.orm.internal.session.DeferredSessionFactory;
import org.aludel.orm.internal.session.EngineBindings;
import org.aludel.orm.internal.session.Queries;
import org.aludel.orm.internal.watching.LoadWatch;
import org.aludel.orm.spi.ResultCache;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;
import org.aludel.sql.Expr;
import org.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Collects what a program gives, and makes the factory of it. */
final class FactoryAssembly implements SessionFactoryBuilder {

    private final @Nullable Engine engine;
    private final Map<Class<?>, Engine> classEngines = new LinkedHashMap<>();
    private final Map<Table, Engine> tableEngines = new LinkedHashMap<>();
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private final List<Mappings> imperative = new ArrayList<>();
    private final Completions completions = new Completions();
    private NamingStrategy naming = NamingStrategy.SNAKE_CASE;
    private @Nullable MetaData metaData;
    private boolean expireOnCommit = true;
    private boolean autoflush = true;
    private List<LoadOption> loadOptions = List.of();
    private boolean twoPhase;
    private final Map<Class<?>, Function<Class<?>, ? extends Expr<Boolean>>> criteria = new LinkedHashMap<>();
    private @Nullable QueryClass queryClass;
    private @Nullable EngineRouter router;
    private @Nullable Shards shards;
    private @Nullable ResultCache resultCache;
    private final EventHub events;

    FactoryAssembly(@Nullable Engine engine) {
        this.engine = engine == null ? null : known(engine);
        this.events = new EventHub();
    }

    /** Begins with all that another was told, and with the tables that its mappings have got. */
    private FactoryAssembly(FactoryAssembly other, MetaData tables) {
        engine = other.engine;
        classEngines.putAll(other.classEngines);
        tableEngines.putAll(other.tableEngines);
        classes.addAll(other.classes);
        imperative.addAll(other.imperative);
        completions.addAll(other.completions);
        naming = other.naming;
        metaData = tables;
        expireOnCommit = other.expireOnCommit;
        autoflush = other.autoflush;
        loadOptions = other.loadOptions;
        twoPhase = other.twoPhase;
        criteria.putAll(other.criteria);
        queryClass = other.queryClass;
        router = other.router;
        shards = other.shards;
        resultCache = other.resultCache;
        events = other.events.copy();
    }

    private static Engine known(Engine engine) {
        if (engine instanceof CoreEngine || engine instanceof DeferredEngine) {
            return engine;
        }
        throw new ArgumentException(
                "ALU-0508",
                "an engine of " + engine.getClass().getName()
                        + " can't carry sessions; where: SessionFactory.builder;"
                        + " what to do: make the engine with Engine.create or Engine.builder");
    }

    @Override
    public SessionFactoryBuilder map(Class<?>... mapped) {
        classes.addAll(Arrays.asList(mapped));
        return this;
    }

    @Override
    public SessionFactoryBuilder map(Iterable<Class<?>> mapped) {
        mapped.forEach(classes::add);
        return this;
    }

    @Override
    public SessionFactoryBuilder with(Mappings mappings) {
        imperative.add(mappings);
        return this;
    }

    @Override
    public <E> SessionFactoryBuilder configure(Class<E> type, Consumer<ClassMapping<E>> properties) {
        completions.add(type, properties);
        return this;
    }

    @Override
    public SessionFactoryBuilder metaData(MetaData tables) {
        metaData = tables;
        return this;
    }

    @Override
    public SessionFactoryBuilder naming(NamingStrategy strategy) {
        naming = strategy;
        return this;
    }

    @Override
    public SessionFactoryBuilder expireOnCommit(boolean expire) {
        expireOnCommit = expire;
        return this;
    }

    @Override
    public SessionFactoryBuilder autoflush(boolean flush) {
        autoflush = flush;
        return this;
    }

    @Override
    public SessionFactoryBuilder loadOptions(LoadOption... options) {
        loadOptions = List.of(options);
        return this;
    }

    @Override
    public SessionFactoryBuilder bind(Class<?> type, Engine bound) {
        classEngines.put(type, known(bound));
        return this;
    }

    @Override
    public SessionFactoryBuilder bind(Table table, Engine bound) {
        tableEngines.put(table, known(bound));
        return this;
    }

    @Override
    public SessionFactoryBuilder router(EngineRouter chooser) {
        router = chooser;
        return this;
    }

    @Override
    public SessionFactoryBuilder shards(Shards divided) {
        divided.engines().values().forEach(FactoryAssembly::known);
        shards = divided;
        return this;
    }

    @Override
    public SessionFactoryBuilder twoPhase(boolean together) {
        twoPhase = together;
        return this;
    }

    @Override
    public <E extends OrmEvent> SessionFactoryBuilder on(Class<E> type, Consumer<? super E> handler) {
        return on(type, EventFilter.all(), handler);
    }

    @Override
    public <E extends OrmEvent> SessionFactoryBuilder on(
            Class<E> type, EventFilter filter, Consumer<? super E> handler) {
        events.add(new EventHandler<>(type, filter, handler));
        return this;
    }

    @Override
    public SessionFactoryBuilder listen(Object listener) {
        events.addAll(ListenerMethods.of(listener, Object.class));
        return this;
    }

    @Override
    public SessionFactoryBuilder queryClass(QueryClass made) {
        queryClass = made;
        return this;
    }

    @Override
    public SessionFactoryBuilder criteria(Class<?> type, Function<Class<?>, ? extends Expr<Boolean>> condition) {
        criteria.put(type, criteria.containsKey(type) ? both(criteria.get(type), condition) : condition);
        return this;
    }

    private static Function<Class<?>, Expr<Boolean>> both(
            Function<Class<?>, ? extends Expr<Boolean>> one, Function<Class<?>, ? extends Expr<Boolean>> other) {
        return type -> Sql.and(List.of(one.apply(type), other.apply(type)));
    }

    @Override
    public SessionFactoryBuilder resultCache(ResultCache cache) {
        resultCache = cache;
        return this;
    }

    @Override
    public SessionFactory build() {
        // a copy: what is said of this factory's classes must not add up when the builder is used again
        EventHub listening = events.copy();
        if (!listening.isEmpty() && listening.wants(BeforeConfigured.class)) {
            listening.fire(new BeforeConfigured());
        }
        MapperRegistry registry = MapperRegistry.configure(tables(), classes, imperative, completions, naming);
        for (var entry : criteria.entrySet()) {
            registry.criteria(entry.getKey(), entry.getValue());
        }
        new Listening(listening).configured(registry);
        FactoryAssembly origin = new FactoryAssembly(this, registry.metaData());
        Supplier<SessionFactoryBuilder> again = () -> new FactoryAssembly(origin, registry.metaData());
        return engine == null || engine instanceof CoreEngine
                ? factory((CoreEngine) engine, registry, listening, again)
                : new DeferredSessionFactory(
                        engine, registry.metaData(), found -> factory(found, registry, listening, again), again);
    }

    private DefaultSessionFactory factory(
            @Nullable CoreEngine database,
            MapperRegistry registry,
            EventHub listening,
            Supplier<SessionFactoryBuilder> again) {
        Set<Engine> engines = new LinkedHashSet<>(classEngines.values());
        engines.addAll(tableEngines.values());
        if (database != null) {
            engines.add(database);
        }
        MappingEcho.write(engines, registry);
        Set<Engine> all = new LinkedHashSet<>(engines);
        if (shards != null) {
            all.addAll(shards.engines().values());
        }
        LoadWatch watch = new LoadWatch(all);
        ResultCaching caching = resultCache == null ? null : new ResultCaching(resultCache, all);
        return new DefaultSessionFactory(
                new EngineBindings(database, classEngines, tableEngines, router, shards, twoPhase),
                registry,
                new DefaultSessionFactory.Workers(
                        new RowFlusher(registry),
                        new StatementLoader(registry, watch),
                        new LaterQueries(registry, queryClass, watch, caching),
                        caching,
                        again),
                new DefaultSessionFactory.Policies(expireOnCommit, autoflush, loadOptions),
                listening.copy());
    }

    /** What makes queries, when it is wanted; a class, since each lambda costs a program that starts more. */
    private static final class LaterQueries implements Supplier<Queries> {

        private final MapperRegistry registry;
        private final @Nullable QueryClass made;
        private final LoadWatch watch;
        private final @Nullable ResultCaching caching;

        LaterQueries(
                MapperRegistry registry, @Nullable QueryClass made, LoadWatch watch, @Nullable ResultCaching caching) {
            this.registry = registry;
            this.made = made;
            this.watch = watch;
            this.caching = caching;
        }

        @Override
        public Queries get() {
            return new SessionQueries(registry, made, watch, caching);
        }
    }

    /** The collection of tables given, else that of the imperative mappings, so that one call creates all tables. */
    private MetaData tables() {
        MetaData given = metaData;
        if (given != null) {
            return given;
        }
        for (Mappings mappings : imperative) {
            for (ClassMapping<?> mapping : mappings.mappings()) {
                if (mapping.selectable() instanceof Table table) {
                    return table.metaData();
                }
            }
        }
        return new MetaData();
    }
}
