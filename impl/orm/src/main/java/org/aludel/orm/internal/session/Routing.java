package org.aludel.orm.internal.session;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Engine;
import org.aludel.orm.Attribute;
import org.aludel.orm.EngineRequest;
import org.aludel.orm.EngineRouter;
import org.aludel.orm.Session;
import org.aludel.orm.Shards;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.schema.Table;
import org.aludel.sql.DmlStatement;
import org.aludel.sql.Node;
import org.aludel.sql.Statement;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/** Which engine serves a class, a table or a statement of one factory. Shared by threads. */
final class Routing {

    /** What a session wants an engine for. */
    enum Purpose {
        READ,
        LOCK,
        FLUSH,
        BULK
    }

    private final @Nullable CoreEngine usual;
    private final Map<Class<?>, Engine> byClass;
    private final Map<Table, Engine> byTable;
    private final @Nullable EngineRouter router;
    private final @Nullable Shards shards;

    Routing(EngineBindings bindings) {
        this.usual = bindings.usual();
        this.byClass = bindings.classes();
        this.byTable = new IdentityHashMap<>(bindings.tables());
        this.router = bindings.router();
        this.shards = bindings.shards();
    }

    /** Whether everything goes to one engine, whatever it is. */
    boolean isSingle() {
        return usual != null && shards == null && router == null && byClass.isEmpty() && byTable.isEmpty();
    }

    /** The factory's own engine. */
    @Nullable
    CoreEngine usual() {
        return usual;
    }

    /** All engines that are known beforehand. */
    Set<Engine> engines() {
        Set<Engine> all = new LinkedHashSet<>();
        if (usual != null) {
            all.add(usual);
        }
        all.addAll(byClass.values());
        all.addAll(byTable.values());
        if (shards != null) {
            all.addAll(shards.engines().values());
        }
        return all;
    }

    /** The shards, for a new session. */
    @Nullable
    SessionShards shards() {
        return shards == null ? null : new SessionShards(shards, this::isBound);
    }

    /** The engine for the rows of a class. */
    CoreEngine of(DefaultSession session, EntityMapper mapper, Purpose purpose) {
        SessionShards sharded = session.shards();
        if (sharded != null && !isBound(mapper)) {
            return sharded.engine("class " + mapper.name());
        }
        EngineRouter chooser = router;
        if (chooser != null) {
            Engine chosen = chooser.route(new Request(session, mapper.type(), null, purpose));
            if (chosen != null) {
                return CoreEngine.of(chosen);
            }
        }
        CoreEngine bound = bound(mapper);
        if (bound == null) {
            throw SessionErrors.unbound("class " + mapper.name());
        }
        return bound;
    }

    /** The engine that a flush writes rows of a table to; an association's are written where its owner's are. */
    CoreEngine of(DefaultSession session, Table table) {
        EntityMapper mapper = session.registry().find(table);
        if (mapper == null) {
            Engine own = byTable.get(table);
            if (own != null) {
                return CoreEngine.of(own);
            }
            mapper = owner(session.registry(), table);
        }
        return of(session, mapper, Purpose.FLUSH);
    }

    private static EntityMapper owner(MapperRegistry registry, Table association) {
        for (EntityMapper mapper : registry.all()) {
            for (RelationAttribute relation : mapper.relations()) {
                if (relation.secondary() == association) {
                    return mapper;
                }
            }
        }
        throw SessionErrors.unbound("table " + association.name());
    }

    private boolean isBound(EntityMapper mapper) {
        return (!byClass.isEmpty() || !byTable.isEmpty()) && bound(mapper) != null && bound(mapper) != usual;
    }

    private @Nullable CoreEngine bound(EntityMapper mapper) {
        if (!byClass.isEmpty()) {
            for (Class<?> type = mapper.type(); type != null; type = type.getSuperclass()) {
                Engine engine = byClass.get(type);
                if (engine != null) {
                    return CoreEngine.of(engine);
                }
            }
        }
        return bound(mapper.table());
    }

    private @Nullable CoreEngine bound(Table table) {
        Engine engine = byTable.get(table);
        return engine != null ? CoreEngine.of(engine) : usual;
    }

    /** The engine for a statement of the core: that of the first class or table in it. */
    CoreEngine of(DefaultSession session, Statement statement, boolean writing) {
        Place place = new Place(session.registry());
        if (statement instanceof DmlStatement<?> dml) {
            place.see(dml.table());
        }
        Traversal.walk(statement, place::see);
        return of(session, place, statement, writing);
    }

    /** The engine for a query of these parts: that of the first class or table in it. */
    CoreEngine ofParts(DefaultSession session, Iterable<?> parts) {
        Place place = new Place(session.registry());
        for (Object part : parts) {
            if (part instanceof Node node) {
                Traversal.walk(node, place::see);
            }
        }
        return of(session, place, null, false);
    }

    /** Whether the first class or table in some parts of a query has an engine of its own, and no shards. */
    boolean isApart(DefaultSession session, Iterable<?> parts) {
        Place place = new Place(session.registry());
        for (Object part : parts) {
            if (part instanceof Node node) {
                Traversal.walk(node, place::see);
            }
        }
        return place.engine != null && place.engine != usual;
    }

    private CoreEngine of(DefaultSession session, Place place, @Nullable Statement statement, boolean writing) {
        SessionShards sharded = session.shards();
        if (sharded != null && sharded.current() != null && place.mapper != null && !isBound(place.mapper)) {
            return sharded.engine("class " + place.mapper.name());
        }
        EngineRouter chooser = router;
        if (chooser != null) {
            EntityMapper mapper = place.mapper;
            Engine chosen = chooser.route(new Request(
                    session, mapper == null ? null : mapper.type(), statement, writing ? Purpose.BULK : Purpose.READ));
            if (chosen != null) {
                return CoreEngine.of(chosen);
            }
        }
        if (place.engine == null && sharded != null && sharded.current() != null) {
            return sharded.engine("the statement");
        }
        CoreEngine bound = place.engine != null ? place.engine : usual;
        if (bound == null) {
            throw SessionErrors.unbound(statement == null ? "the query" : "the statement " + statement);
        }
        return bound;
    }

    /** Looks through a statement for something that is bound. */
    private final class Place {

        private final MapperRegistry registry;
        private @Nullable EntityMapper mapper;
        private @Nullable CoreEngine engine;

        Place(MapperRegistry registry) {
            this.registry = registry;
        }

        void see(@Nullable Object node) {
            if (engine != null) {
                return;
            }
            if (node instanceof Attribute<?, ?> attribute && registry.find(attribute.owner()) != null) {
                see(registry.mapper(attribute.owner()));
            } else if (node instanceof Table table) {
                EntityMapper mapped = registry.find(table);
                if (mapped != null) {
                    see(mapped);
                } else {
                    Engine own = byTable.get(table);
                    engine = own == null ? null : CoreEngine.of(own);
                }
            }
        }

        private void see(EntityMapper found) {
            mapper = mapper == null ? found : mapper;
            engine = bound(found);
        }
    }

    private record Request(
            Session session,
            @Nullable Class<?> type,
            @Nullable Statement statement,
            Purpose purpose) implements EngineRequest {

        @Override
        public boolean isFlush() {
            return purpose == Purpose.FLUSH;
        }

        @Override
        public boolean isWrite() {
            return purpose != Purpose.READ;
        }

        @Override
        public boolean hasWritten() {
            return ((DefaultSession) session).hasWritten();
        }

        @Override
        public Set<Engine> engines() {
            return ((DefaultSession) session).engines();
        }
    }
}
