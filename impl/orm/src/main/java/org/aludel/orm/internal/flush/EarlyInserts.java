package org.aludel.orm.internal.flush;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.aludel.orm.BeforeInsert;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.session.FlushSet;
import org.aludel.orm.internal.state.EntityState;

/**
 * Tells of new objects that lack their key before anything is planned: a handler of {@link BeforeInsert} may give it, and
 * what refers to them needs it.
 */
final class EarlyInserts {

    private EarlyInserts() {}

    /** The objects that handlers have been told of. */
    static Set<EntityState> tell(DefaultSession session, ConstraintModel model, FlushSet set) {
        if (set.inserts().isEmpty() || !session.wants(BeforeInsert.class)) {
            return Set.of();
        }
        Set<EntityState> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (EntityState state : set.inserts()) {
            if (lacksKey(state, model)) {
                told.add(state);
                var connection =
                        session.connection(session.flushingEngine(state.mapper().table()));
                session.fire(BeforeInsert.class, () -> new BeforeInsert(session, connection, state.instance()));
            }
        }
        return told;
    }

    private static boolean lacksKey(EntityState state, ConstraintModel model) {
        EntityRows entity = model.entity(state.mapper());
        if (entity.tables.length == 0 || entity.keyReferences.length > 0) {
            return false;
        }
        for (ColumnAttribute part : state.mapper().primaryKey()) {
            if (part != state.mapper().generatedKey()
                    && part.get(state.instance(), state) == null
                    && part.column().onInsert() == null
                    && part.column().serverDefault() == null
                    && state.pendingExpression(part) == null) {
                return true;
            }
        }
        return false;
    }
}
