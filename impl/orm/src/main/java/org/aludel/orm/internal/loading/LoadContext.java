package org.aludel.orm.internal.loading;

import org.aludel.core.engine.CoreConnection;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.CreateInstance;
import org.aludel.orm.internal.caching.CachedReads;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.IdentityMap;
import org.aludel.orm.internal.watching.Trail;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a statement collects while its rows are read. It holds every instance it has to do with, because
 * the identity map does so weakly only.
 */
public final class LoadContext {

    final DefaultSession session;
    final IdentityMap identityMap;
    private final LoadShape shape;
    private final boolean overwriting;
    private final boolean creating;
    private final QueryValues values;
    private @Nullable LoadRules ruled;
    private boolean streaming;
    private final @Nullable Latest @Nullable [] latest;
    private final @Nullable JoinedMembers @Nullable [] members;
    private final @Nullable ParentSet @Nullable [] parents;

    /** Notes where the objects came from; null if nobody wants to know. */
    private final @Nullable Trail trail;

    private final @Nullable LoadPath start;

    /** Answers from the result cache; null if the query did not ask for it. */
    private final @Nullable CachedReads cached;

    /** The entity of the row before. */
    static final class Latest {
        @Nullable
        Object key;

        @Nullable
        Object instance;

        private @Nullable EntityState state;

        void set(Object newKey, EntityState newState, Object newInstance) {
            key = newKey;
            state = newState;
            instance = newInstance;
        }

        EntityState state() {
            return java.util.Objects.requireNonNull(state);
        }

        Object instance() {
            return java.util.Objects.requireNonNull(instance);
        }
    }

    /** @param overwriting whether objects in the session take the rows' values */
    public LoadContext(DefaultSession session, LoadShape shape, boolean overwriting) {
        this(session, shape, overwriting, QueryValues.NONE, null, null, null);
    }

    /**
     * @param overwriting whether objects in the session take the rows' values
     * @param values the query's values, for statements that repeat it or follow its criteria
     * @param trail notes where the objects came from; null if nobody wants to know
     * @param cached answers from the result cache; null if the query did not ask for it
     */
    public LoadContext(
            DefaultSession session,
            LoadShape shape,
            boolean overwriting,
            QueryValues values,
            @Nullable Trail trail,
            @Nullable CachedReads cached) {
        this(session, shape, overwriting, values, trail, cached, null);
    }

    /** @param start the way to the first entity, where it does not begin there */
    LoadContext(
            DefaultSession session,
            LoadShape shape,
            boolean overwriting,
            QueryValues values,
            @Nullable Trail trail,
            @Nullable CachedReads cached,
            @Nullable LoadPath start) {
        this.cached = cached;
        this.trail = trail;
        this.start = start;
        this.values = values;
        this.session = session;
        this.creating = !session.isSilent() && session.wants(CreateInstance.class);
        this.identityMap = session.identityMap();
        this.shape = shape;
        this.overwriting = overwriting;
        this.latest = shape.repeats() ? new Latest[shape.entities()] : null;
        this.members = shape.collections() == 0 ? null : new JoinedMembers[shape.collections()];
        this.parents = shape.selectIns() == 0 ? null : new ParentSet[shape.selectIns()];
    }

    /** The context of a further statement for the same query. */
    public LoadContext further(LoadShape other) {
        LoadContext further = new LoadContext(session, other, overwriting, values, trail, cached, start);
        further.streaming = streaming;
        return further;
    }

    /** Results go out in portions, each of which loads by itself what belongs to it. */
    public void stream() {
        streaming = true;
    }

    boolean isStreaming() {
        return streaming;
    }

    /** The rows of a statement that loads along. */
    RowSource rows(CoreEngine engine, Plan plan, @Nullable Object[] given) {
        CoreConnection connection = session.connection(engine);
        return cached == null ? connection.rows(plan, given) : cached.rows(engine, connection, plan, given);
    }

    /** An object was read; where it came from is kept if somebody wants to know. */
    void read(EntityState state, @Nullable LoadPath path) {
        if (trail != null && path != null) {
            trail.note(state, origin(trail, path));
        }
    }

    private Object origin(Trail notes, LoadPath path) {
        LoadPath before = path.before();
        var by = path.by();
        boolean isStart = start != null && before == start.before() && by == start.by();
        return before == null || by == null || isStart
                ? notes.start(path.mapper())
                : notes.then(origin(notes, before), by);
    }

    /** The session that the objects belong to. */
    public DefaultSession session() {
        return session;
    }

    /** The values of the query. */
    public QueryValues values() {
        return values;
    }

    /** What is remembered of a query for an object, with the values of this execution. */
    LoadRules given(LoadRules rules) {
        if (!rules.needsValues() || values == QueryValues.NONE) {
            return rules;
        }
        LoadRules known = ruled;
        if (known == null || !known.equals(rules)) {
            known = rules.with(values);
            ruled = known;
        }
        return known;
    }

    /** Whether somebody may want to make the objects. */
    boolean isCreating() {
        return creating;
    }

    boolean isOverwriting() {
        return overwriting;
    }

    @Nullable
    Latest latest(int entity) {
        @Nullable Latest[] all = latest;
        if (all == null) {
            return null;
        }
        Latest found = all[entity];
        if (found == null) {
            found = new Latest();
            all[entity] = found;
        }
        return found;
    }

    JoinedMembers members(int place) {
        @Nullable JoinedMembers[] all = java.util.Objects.requireNonNull(members);
        JoinedMembers found = all[place];
        if (found == null) {
            found = new JoinedMembers();
            all[place] = found;
        }
        return found;
    }

    @Nullable
    JoinedMembers takeMembers(int place) {
        @Nullable JoinedMembers[] all = java.util.Objects.requireNonNull(members);
        JoinedMembers found = all[place];
        all[place] = null;
        return found;
    }

    ParentSet parents(int place) {
        @Nullable ParentSet[] all = java.util.Objects.requireNonNull(parents);
        ParentSet found = all[place];
        if (found == null) {
            found = new ParentSet();
            all[place] = found;
        }
        return found;
    }

    @Nullable
    ParentSet takeParents(int place) {
        @Nullable ParentSet[] all = java.util.Objects.requireNonNull(parents);
        ParentSet found = all[place];
        all[place] = null;
        return found;
    }

    /** After the last row: fills collections, then runs the statements that bring further relations. */
    public void finish() {
        for (RelationLoad load : shape.loads()) {
            load.finish(this);
        }
    }
}
