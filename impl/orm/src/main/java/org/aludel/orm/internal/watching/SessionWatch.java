package org.aludel.orm.internal.watching;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.aludel.orm.Expire;
import org.aludel.orm.NPlusOne;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** What one watched session remembers: where its objects came from. Used by one thread at a time, as the session. */
final class SessionWatch {

    private final LoadWatch watch;
    private final Map<EntityState, Origin> origins = new WeakHashMap<>();
    private final Set<String> told = new HashSet<>();

    SessionWatch(LoadWatch watch, DefaultSession session) {
        this.watch = watch;
        // what is expired is read anew one by one: no option of the query it came from would help
        session.on(Expire.class, event -> forget(event.target()));
    }

    private void forget(Object object) {
        EntityState state = EntityState.of(object);
        if (state != null) {
            origins.remove(state);
        }
    }

    /** A result counts more than what a relation led to, and the first result that way more than later ones. */
    void note(EntityState state, Origin origin) {
        Origin known = origins.get(state);
        if (known == null || known != origin && (origin.isResult() || known.isSingle())) {
            origins.put(state, origin);
        }
    }

    /** The objects that a lazy load brings; it is told of if it repeats what was done for another object. */
    Trail lazily(DefaultSession session, EntityState state, RelationAttribute relation) {
        Origin origin = origins.computeIfAbsent(state, any -> Origin.ofOne(state.mapper()));
        CallSite place = CallSite.ofRead();
        if (place != null) {
            count(session, origin, state, relation, place);
        }
        return new Trail(this, origin.then(relation));
    }

    /** A column is read that was left out. */
    void column(DefaultSession session, EntityState state, ColumnAttribute column) {
        Origin origin = origins.get(state);
        CallSite place = origin == null ? null : CallSite.ofRead();
        if (origin == null || place == null) {
            return;
        }
        EntityMapper mapper = state.mapper();
        boolean isOfSubclass = !column.isDeferred()
                && mapper != origin.mapper()
                && !origin.mapper().inheritance().isA(column.owner());
        if (!isOfSubclass) {
            count(session, origin, state, column, place);
            return;
        }
        int loads = origin.loadedFor(state, mapper);
        if (loads > 1) {
            found(session, state, column, path(origin, column), loads, place, Cure.ofSubclass(origin, mapper));
        }
    }

    private void count(
            DefaultSession session, Origin origin, EntityState state, MappedAttribute attribute, CallSite place) {
        int loads = origin.loadedFor(state, attribute);
        if (loads > 1) {
            found(session, state, attribute, path(origin, attribute), loads, place, Cure.of(origin, attribute));
        }
    }

    private static String path(Origin origin, MappedAttribute attribute) {
        return origin + "." + attribute.name();
    }

    private void found(
            DefaultSession session,
            EntityState state,
            MappedAttribute attribute,
            String path,
            int loads,
            CallSite place,
            String cure) {
        NPlusOne found =
                new NPlusOne(session, state.mapper().type(), attribute.name(), path, loads, place.frame(), cure);
        NPlusOne.tell(found);
        if (told.add(path)) {
            session.fire(NPlusOne.class, () -> found);
            watch.log(found);
        }
    }

    /** A result of its own, or an object asked for by its key. */
    Trail trail(@Nullable EntityMapper one) {
        return new Trail(this, one == null ? null : Origin.ofOne(one));
    }
}
