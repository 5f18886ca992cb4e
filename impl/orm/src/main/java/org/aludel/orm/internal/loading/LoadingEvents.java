package org.aludel.orm.internal.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.CreateInstance;
import org.aludel.orm.Load;
import org.aludel.orm.Refresh;
import org.aludel.orm.StateTransition;
import org.aludel.orm.instrument.Instrumented;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Tells of objects that were read from rows. */
final class LoadingEvents {

    private LoadingEvents() {}

    /** An object for a row: one that a handler makes, else one that no constructor has seen. */
    static Object created(DefaultSession session, EntityLoad.Variant variant, RowReader row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < variant.selected.length; i++) {
            values.put(variant.selected[i].name(), row.getObject(variant.positions[i]));
        }
        CreateInstance event = new CreateInstance(session, variant.mapper.type(), values);
        session.fire(CreateInstance.class, () -> event);
        Object made = event.instance();
        if (made == null) {
            return variant.mapper.newInstance();
        }
        Instrumented object = (Instrumented) made;
        if (object.$aludel_state() != null) {
            throw new ArgumentException(
                    "ALU-0775",
                    "an object that a session knows can't stand for another row; where: a handler of CreateInstance for "
                            + variant.mapper.name() + "; what to do: make a new object each time");
        }
        for (RelationAttribute relation : variant.mapper.relations()) {
            if (relation.index() >= 0) {
                object.$aludel_raw(relation.index(), null); // what the constructor made is not what the row has
            }
        }
        return made;
    }

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
