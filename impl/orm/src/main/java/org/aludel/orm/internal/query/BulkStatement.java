package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.errors.ArgumentException;
import org.aludel.orm.Assignment;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MappedAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.schema.Column;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
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

    BulkStatement(DefaultSession session, SessionQueries queries, EntityMapper mapper, QueryParts parts) {
        this.session = session;
        this.queries = queries;
        this.mapper = mapper;
        this.parts = parts;
    }

    /** An assignment to a column. */
    private record Change(
            ColumnAttribute attribute, @Nullable Object value) {

        boolean isKnown() {
            return !(value instanceof Expr<?>);
        }
    }

    long update(List<Assignment<?>> assignments) {
        List<Change> changes = new ArrayList<>();
        for (Assignment<?> assignment : assignments) {
            changes.add(change(assignment));
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
            List<Judged> judged = judge();
            Update update = Update.of(mapper.table());
            for (Change change : changes) {
                update = update.set(change.attribute().column().key(), change.value());
            }
            for (Expr<Boolean> condition : parts.where) {
                update = update.where(condition);
            }
            long rows = execute(update);
            judged.forEach(each -> follow(each, changes));
            return rows;
        } finally {
            session.exit();
        }
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

    long delete() {
        session.enter();
        try {
            flush();
            List<Judged> judged = judge();
            Set<EntityKey> doomed = judged.stream().anyMatch(Judged::isOpen) ? keys() : Set.of();
            Delete delete = Delete.from(mapper.table());
            for (Expr<Boolean> condition : parts.where) {
                delete = delete.where(condition);
            }
            long rows = execute(delete);
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

    private long execute(Statement statement) {
        CoreEngine engine = session.writingEngine(mapper);
        session.written();
        Plan plan = engine.plan(statement, List.of(), queries.registry());
        return session.connection(engine).update(plan, new Object[0]);
    }

    /** Keys of the rows that meet the conditions. */
    private Set<EntityKey> keys() {
        List<Column<?>> columns = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            columns.add(part.column());
        }
        Select select = Select.of(columns);
        for (Expr<Boolean> condition : parts.where) {
            select = select.where(condition);
        }
        CoreEngine engine = session.writingEngine(mapper);
        Plan plan = engine.plan(select, List.of(), queries.registry());
        Set<EntityKey> keys = new HashSet<>();
        try (Rows rows = session.connection(engine).rows(plan, new Object[0])) {
            while (rows.next()) {
                @Nullable Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.getObject(i);
                }
                keys.add(session.keyed(mapper.key(values)));
            }
        }
        return keys;
    }

    // ---- objects in memory

    /** An object of the class that meets the conditions, or may. */
    private record Judged(EntityState state, Object instance, boolean isOpen) {}

    private boolean isHere(EntityState state) {
        EntityKey key = state.key();
        return key == null || session.keyed(key).equals(key);
    }

    private List<Judged> judge() {
        List<Judged> judged = new ArrayList<>();
        ConditionJudge judge = new ConditionJudge(queries.registry(), mapper);
        for (EntityState state : session.identityMap().states()) {
            Object instance = state.get();
            if (instance == null || !mapper.type().isInstance(instance) || !isHere(state)) {
                continue;
            }
            ConditionJudge.Verdict verdict = judge.all(parts.where, instance, state);
            if (verdict == ConditionJudge.Verdict.TRUE || verdict == ConditionJudge.Verdict.OPEN) {
                judged.add(new Judged(state, instance, verdict == ConditionJudge.Verdict.OPEN));
            }
        }
        return judged;
    }

    private static void follow(Judged judged, List<Change> changes) {
        EntityState state = judged.state();
        for (Change change : changes) {
            state.expire(judged.instance(), change.attribute());
            if (!judged.isOpen() && change.isKnown() && !change.attribute().isHidden()) {
                Object value = change.value();
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
