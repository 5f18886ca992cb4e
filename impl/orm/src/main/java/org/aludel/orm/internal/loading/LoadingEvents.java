package org.aludel.orm.internal.loading;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aludel.orm.Load;
import org.aludel.orm.Refresh;
import org.aludel.orm.StateTransition;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Tells of objects that were read from rows. */
final class LoadingEvents {

    private LoadingEvents() {}

    /** An object was made from a row. */
    static void loaded(DefaultSession session, Object instance) {
        session.fire(Load.class, () -> new Load(session, instance));
        session.fire(
                StateTransition.class,
                () -> new StateTransition(session, instance, StateTransition.Kind.LOADED_AS_PERSISTENT));
    }

    /** Attributes of an object were read again; all of them if no names are given. */
    static void refreshed(DefaultSession session, Object instance, @Nullable Set<String> attributes) {
        session.fire(Refresh.class, () -> new Refresh(session, instance, attributes));
    }

    /** Names of the columns that a row brings and that are not loaded. */
    static Set<String> missing(EntityState state, ColumnAttribute[] selected) {
        Set<String> names = new LinkedHashSet<>();
        boolean expired = state.isExpired();
        for (ColumnAttribute column : selected) {
            if (!state.isLoaded(column) || expired && column.isPrimaryKey() && allUnloaded(state)) {
                names.add(column.name());
            }
        }
        return names;
    }

    /** The key of an object that was expired as a whole is read with the rest. */
    private static boolean allUnloaded(EntityState state) {
        for (ColumnAttribute column : state.mapper().columns()) {
            if (!column.isPrimaryKey() && state.isLoaded(column)) {
                return false;
            }
        }
        return true;
    }
}
