package org.aludel.orm.internal.query;

import java.util.List;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.engine.CoreEngine;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.RowShape;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.Queries;
import org.aludel.sql.Expr;
import org.aludel.sql.Selectable;
import org.aludel.sql.Structure;
import org.aludel.sql.spi.StructureWriter;

/** Starts the queries of a factory's sessions and keeps what was compiled for them. */
public final class SessionQueries implements Queries {

    private static final int KEPT = 500;

    private final CoreEngine engine;
    private final MapperRegistry registry;
    private final BoundedCache<Object, PreparedQuery> prepared = new BoundedCache<>(KEPT);

    public SessionQueries(CoreEngine engine, MapperRegistry registry) {
        this.engine = engine;
        this.registry = registry;
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Class<T> type) {
        registry.mapper(type);
        EntityRef<T> entity = Orm.entity(type);
        return new DefaultQuery<>(session, this, new QueryParts(List.of(entity)), new Output.OfEntity<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Alias<T> alias) {
        alias.table(registry, registry.mapper(alias.type()).table());
        return new DefaultQuery<>(session, this, new QueryParts(List.of(alias)), new Output.OfEntity<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, Expr<T> expression) {
        return new DefaultQuery<>(session, this, new QueryParts(List.of(expression)), new Output.OfValue<>());
    }

    @Override
    public <T> Query<T> of(DefaultSession session, RowShape<T> shape) {
        return new DefaultQuery<>(
                session, this, new QueryParts(List.copyOf(shape.parts())), new Output.OfShape<>(shape));
    }

    @Override
    public Query<Row> rows(DefaultSession session, Selectable... parts) {
        List<Selectable> selected = List.of(parts);
        return new DefaultQuery<>(session, this, new QueryParts(selected), new Output.OfRows(selected));
    }

    CoreEngine engine() {
        return engine;
    }

    MapperRegistry registry() {
        return registry;
    }

    QueryCompiler compiler(QueryParts parts) {
        return new QueryCompiler(engine, registry, parts);
    }

    static Structure structureOf(QueryParts parts) {
        return StructureWriter.structureOf(parts);
    }

    /** What was compiled for a query of this structure, or is now. */
    PreparedQuery prepare(QueryParts parts, Structure structure) {
        PreparedQuery known = prepared.get(structure.key());
        return known != null
                ? known
                : prepared.putIfAbsent(structure.key(), compiler(parts).prepare(structure));
    }
}
