package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.AfterBulkDelete;
import org.aludel.orm.AfterBulkUpdate;
import org.aludel.orm.Assignment;
import org.aludel.orm.ExecuteStatement;
import org.aludel.orm.Synchronize;
import org.aludel.orm.internal.loading.CriteriaOptions;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.CompositeAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE or DELETE of all objects that meet conditions. Objects in the session follow: where conditions can be judged
 * from what is in memory, at once; else an update expires what it may have changed, and a delete asks for the keys first.
 */
final class BulkStatement {

    private final DefaultSession session;
    private final SessionQueries queries;
    private final EntityMapper mapper;
    private final QueryParts parts;
    private final List<Expr<Boolean>> where;
    private final BulkTables tables;

    BulkStatement(DefaultSession session, SessionQueries queries, EntityMapper mapper, QueryParts parts) {
        this.session = session;
        this.queries = queries;
        this.mapper = mapper;
        ClassSelects selects = new ClassSelects(queries.registry(), OptionScope.of(parts.options, parts.defaults));
        this.parts = parts;
        this.where = new ArrayList<>(parts.where.stream()
                .map(condition -> selects.limited(mapper.inheritance().onOwnRows(condition)))
                .toList());
        // rows that criteria hide stay as they are, and so do their objects
        where.addAll(mapper.inheritance().criteria());
        where.addAll(OptionScope.of(parts.options, parts.defaults).demanded(mapper, false));
        this.tables = new BulkTables(session, queries, mapper, where, parts);
    }

    /** An assignment to a column. */
    record Change(ColumnAttribute attribute, @Nullable Object value) {}

    long update(Synchronize synchronize, List<Assignment<?>> assignments) {
        List<Change> changes = new ArrayList<>();
        for (Assignment<?> assignment : assignments) {
            for (Assignment<?> part : assignment.parts()) {
                changes.addAll(changes(part));
            }
        }
        if (changes.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0716",
                    "a bulk update assigns nothing; where: query of " + mapper.name()
                            + "; what to do: give set(attribute, value)");
        }
        session.enter();
        try {
            flush();
            List<Judged> judged = judge(synchronize);
            List<@Nullable Object[]> values =
                    judged.stream().map(each -> valuesFor(each, changes)).toList();
            long rows = tables.update(changes);
            session.fire(AfterBulkUpdate.class, () -> new AfterBulkUpdate(session, mapper.type(), rows));
            for (int i = 0; i < values.size(); i++) {
                follow(judged.get(i), changes, values.get(i));
            }
            return rows;
        } finally {
            session.exit();
        }
    }

    private List<Change> changes(Assignment<?> assignment) {
        Object value = assignment.value();
        if (!(mapper.attribute(assignment.attribute().name()) instanceof CompositeAttribute composite)
                || value instanceof Expr<?>) {
            return List.of(change(assignment));
        }
        List<Change> changes = new ArrayList<>();
        ColumnAttribute[] columns = composite.parts();
        for (int i = 0; i < columns.length; i++) {
            changes.add(new Change(columns[i], composite.type().part(value, i)));
        }
        return changes;
    }

    private Change change(Assignment<?> assignment) {
        MappedAttribute mapped = mapper.attribute(assignment.attribute().name());
        if (!(mapped instanceof ColumnAttribute column) || column.isPrimaryKey()) {
            throw new ArgumentException(
                    "ALU-0716",
                    "a bulk update can't assign to " + mapped + "; where: query of " + mapper.name()
                            + "; what to do: assign to attributes that are columns outside the primary key");
        }
        return new Change(column, assignment.value());
    }

    long delete(Synchronize synchronize) {
        session.enter();
        try {
            flush();
            List<Judged> judged = judge(synchronize);
            Set<EntityKey> doomed = judged.stream().anyMatch(Judged::isOpen) ? tables.keys() : Set.of();
            long rows = tables.delete();
            session.fire(AfterBulkDelete.class, () -> new AfterBulkDelete(session, mapper.type(), rows));
            for (Judged each : judged) {
                if (!each.isOpen() || doomed.contains(each.state().key())) {
                    session.removeDeleted(each.state(), each.instance());
                }
            }
            return rows;
        } finally {
            session.exit();
        }
    }

    private void flush() {
        if (parts.autoflush) {
            session.autoflush();
        }
    }

    /** This statement with the conditions of those who listen to executions. */
    BulkStatement told(ExecuteStatement.Origin origin) {
        ExecuteStatement event = session.events().executing(mapper.type(), origin, () -> {
            Select rows = Select.of(List.of(mapper.primaryKey()[0].column()));
            for (Expr<Boolean> condition : where) {
                rows = rows.where(condition);
            }
            return rows;
        });
        if (event == null || event.conditions().isEmpty() && event.options().isEmpty()) {
            return this;
        }
        return new BulkStatement(session, queries, mapper, parts.with(changed -> {
            changed.where = QueryParts.appended(parts.where, event.conditions());
            changed.options =
                    QueryParts.appended(parts.options, CriteriaOptions.resolved(queries.registry(), event.options()));
        }));
    }

    // ---- objects in memory

    /** An object of the class that meets the conditions, or may. */
    private record Judged(EntityState state, Object instance, boolean isOpen) {}

    private boolean isHere(EntityState state) {
        EntityKey key = state.key();
        return key == null || session.keyed(key).equals(key);
    }

    private List<Judged> judge(Synchronize synchronize) {
        return switch (synchronize) {
            case NONE -> List.of();
            case FETCH -> fetched();
            case EVALUATE -> {
                List<Judged> judged = judged(true);
                if (judged.stream().anyMatch(Judged::isOpen)) {
                    throw QueryErrors.notJudged(mapper.name());
                }
                yield judged;
            }
            case AUTO -> judged(false);
        };
    }

    /** The objects whose rows the database says meet the conditions. */
    private List<Judged> fetched() {
        Set<EntityKey> keys = tables.keys();
        List<Judged> found = new ArrayList<>();
        for (EntityState state : session.identityMap().states()) {
            Object instance = state.get();
            EntityKey key = state.key();
            if (instance != null
                    && key != null
                    && keys.contains(key)
                    && mapper.type().isInstance(instance)) {
                found.add(new Judged(state, instance, false));
            }
        }
        return found;
    }

    /** @param texts whether texts are compared as Java does */
    private List<Judged> judged(boolean texts) {
        List<Judged> judged = new ArrayList<>();
        ConditionJudge judge = new ConditionJudge(queries.registry(), mapper, texts);
        for (EntityState state : session.identityMap().states()) {
            Object instance = state.get();
            if (instance == null || !mapper.type().isInstance(instance) || !isHere(state)) {
                continue;
            }
            ConditionJudge.Verdict verdict = judge.all(where, instance, state);
            if (verdict == ConditionJudge.Verdict.TRUE || verdict == ConditionJudge.Verdict.OPEN) {
                boolean isOpen = verdict == ConditionJudge.Verdict.OPEN || !parts.joins.isEmpty();
                judged.add(new Judged(state, instance, isOpen));
            }
        }
        return judged;
    }

    /** What an object's attributes will hold, as far as that is known in memory before the statement runs. */
    private @Nullable Object[] valuesFor(Judged judged, List<Change> changes) {
        ConditionJudge judge = new ConditionJudge(queries.registry(), mapper, false);
        @Nullable Object[] values = new Object[changes.size()];
        for (int i = 0; i < values.length; i++) {
            Change change = changes.get(i);
            values[i] = change.value() instanceof Expr<?> expression
                    ? judge.value(expression, judged.instance(), judged.state())
                    : change.value();
        }
        return values;
    }

    private static void follow(Judged judged, List<Change> changes, @Nullable Object[] values) {
        EntityState state = judged.state();
        for (int i = 0; i < values.length; i++) {
            Change change = changes.get(i);
            Object value = values[i];
            state.expire(judged.instance(), change.attribute());
            if (!judged.isOpen() && !ConditionJudge.isOpen(value)) {
                state.setLoaded(
                        judged.instance(),
                        change.attribute(),
                        value == null
                                ? null
                                : change.attribute().column().type().coerce(value));
            }
            for (var relation : change.attribute().owner().relations()) {
                for (var pair : relation.pairs()) {
                    if (pair.local() == change.attribute() && relation.index() >= 0) {
                        state.expire(judged.instance(), relation);
                    }
                }
            }
        }
    }
}
