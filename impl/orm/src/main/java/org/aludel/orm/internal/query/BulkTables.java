package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.orm.LoadOption;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Node;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Update;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.InQuery;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Traversal;
import org.aludel.sql.tree.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a bulk update or delete: one, where the rows are in one table. Other tables that the query looks at
 * stand in {@code UPDATE ... FROM} or {@code DELETE ... USING} where the database has that; else a subquery gives the keys.
 * For objects in several tables the keys are read first, and each table is written by them.
 */
final class BulkTables {

    private static final int PORTION = 500;

    private final DefaultSession session;
    private final SessionQueries queries;
    private final EntityMapper mapper;
    private final CoreEngine engine;
    private final BulkRows rows;
    private final List<Expr<Boolean>> where = new ArrayList<>();

    /**
     * @param conditions what is asked of the class, criteria included
     * @param parts the query, for what it joins besides
     */
    BulkTables(
            DefaultSession session,
            SessionQueries queries,
            EntityMapper mapper,
            List<Expr<Boolean>> conditions,
            QueryParts parts) {
        this.session = session;
        this.queries = queries;
        this.mapper = mapper;
        this.engine = session.writingEngine(mapper);
        QueryParts plain = parts.with(copy -> {
            copy.eager = false;
            copy.options = parts.options.stream()
                    .filter(option -> option.kind() == LoadOption.Kind.CRITERIA)
                    .toList();
            copy.defaults = parts.defaults.stream()
                    .filter(option -> option.kind() == LoadOption.Kind.CRITERIA)
                    .toList();
        });
        this.rows = new BulkRows(queries.registry(), mapper, queries.compiler(engine, plain));
        where.addAll(conditions);
        Expr<Boolean> criterion = mapper.inheritance().ownCriterion();
        if (criterion != null) {
            where.add(criterion);
        }
    }

    // ---- UPDATE

    long update(List<BulkStatement.Change> changes) {
        Map<Table, List<BulkStatement.Change>> byTable = new LinkedHashMap<>();
        for (BulkStatement.Change change : changes) {
            Table table = Objects.requireNonNull(change.attribute().column().table());
            byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(change);
            if (change.value() instanceof Expr<?> value) {
                rows.lookAt(value);
            }
        }
        if (mapper.tables().length == 1 && rows.hasOthers()) {
            return updateWithOthers(mapper.tables()[0], changes);
        }
        if (byTable.size() == 1 && !rows.hasOthers()) {
            Table table = byTable.keySet().iterator().next();
            List<Expr<Boolean>> local = local(table);
            if (local != null && isLocal(table, changes)) {
                return execute(where(update(table, changes), local));
            }
        }
        List<EntityKey> keys = new ArrayList<>(keys());
        byTable.forEach((table, some) -> {
            for (List<EntityKey> portion : portions(keys)) {
                execute(connected(table, some).where(in(table, portion)));
            }
        });
        return keys.size();
    }

    /** The update of one table of rows that other tables tell. */
    private long updateWithOthers(Table table, List<BulkStatement.Change> changes) {
        boolean others = engine.dialect().supports(Capability.UPDATE_FROM);
        if (others && rows.isFlat()) {
            Update update = update(table, changes).from(rows.others().toArray(new FromItem[0]));
            return execute(where(update, rows.conditions()));
        }
        List<BulkStatement.Change> single = new ArrayList<>();
        for (BulkStatement.Change change : changes) {
            single.add(
                    change.value() instanceof Expr<?> value && !isOf(table, value)
                            ? new BulkStatement.Change(change.attribute(), fromOthers(table, value))
                            : change);
        }
        List<Expr<Boolean>> chosen = chosen(table);
        if (chosen != null) {
            return execute(where(update(table, single), chosen));
        }
        List<EntityKey> keys = new ArrayList<>(keys());
        for (List<EntityKey> portion : portions(keys)) {
            execute(update(table, single).where(in(table, portion)));
        }
        return keys.size();
    }

    /** A value of other tables, as a subquery for the row that is changed. */
    private Expr<?> fromOthers(Table table, Expr<?> value) {
        Select select = Select.of(List.of(value)).withFrom(rows.others().toArray(new FromItem[0]));
        for (Expr<Boolean> condition : rows.conditions()) {
            select = select.where(condition);
        }
        return select.correlate(table).scalarSubquery();
    }

    /** Whether all values are of the table itself. */
    private boolean isLocal(Table table, List<BulkStatement.Change> changes) {
        return changes.stream().allMatch(change -> !(change.value() instanceof Expr<?> value) || isOf(table, value));
    }

    private boolean isOf(Table table, Expr<?> value) {
        boolean[] own = {true};
        columns(new ClauseAdaption(queries.registry()).adapt(value), column -> own[0] &= column.owner() == table);
        return own[0];
    }

    private static void columns(Node node, Consumer<Column<?>> action) {
        if (node instanceof QueryExpression) {
            return;
        }
        if (node instanceof Column<?> column && column.owner() != null) {
            action.accept(column);
        }
        node.forEachChild(child -> columns(child, action));
    }

    /** The update of a table with values that may come from the other tables of the same objects. */
    private Update connected(Table table, List<BulkStatement.Change> changes) {
        Set<Table> needed = new LinkedHashSet<>();
        for (BulkStatement.Change change : changes) {
            if (change.value() instanceof Expr<?> value) {
                needed.addAll(othersIn(table, value));
            }
        }
        if (needed.isEmpty()) {
            return update(table, changes);
        }
        if (engine.dialect().supports(Capability.UPDATE_FROM)) {
            return where(update(table, changes), connections(table, needed));
        }
        List<BulkStatement.Change> single = new ArrayList<>();
        for (BulkStatement.Change change : changes) {
            Set<Table> others = change.value() instanceof Expr<?> value ? othersIn(table, value) : Set.of();
            if (others.isEmpty()) {
                single.add(change);
                continue;
            }
            Select select = Select.of(List.of((Expr<?>) Objects.requireNonNull(change.value())))
                    .withFrom(others.toArray(new FromItem[0]));
            for (Expr<Boolean> condition : connections(table, others)) {
                select = select.where(condition);
            }
            single.add(new BulkStatement.Change(
                    change.attribute(), select.correlate(table).scalarSubquery()));
        }
        return update(table, single);
    }

    /** The other tables of the same objects that a value comes from. */
    private Set<Table> othersIn(Table table, Expr<?> value) {
        Set<Table> others = new LinkedHashSet<>();
        columns(new ClauseAdaption(queries.registry()).adapt(value), column -> {
            if (column.owner() != table) {
                if (!(column.owner() instanceof Table other)
                        || !List.of(mapper.tables()).contains(other)) {
                    throw QueryErrors.strangeValue(mapper.name(), column);
                }
                others.add(other);
            }
        });
        return others;
    }

    private List<Expr<Boolean>> connections(Table table, Set<Table> others) {
        List<Expr<Boolean>> connections = new ArrayList<>();
        for (Table other : others) {
            for (ColumnAttribute part : mapper.primaryKey()) {
                connections.add(keyColumn(table, part).eqAny(keyColumn(other, part)));
            }
        }
        return connections;
    }

    private static Update update(Table table, List<BulkStatement.Change> changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (BulkStatement.Change change : changes) {
            values.put(change.attribute().column().key(), change.value());
        }
        return Update.of(table).orderedValues(values);
    }

    private static Update where(Update update, List<Expr<Boolean>> conditions) {
        Update all = update;
        for (Expr<Boolean> condition : conditions) {
            all = all.where(condition);
        }
        return all;
    }

    // ---- DELETE

    long delete() {
        Set<Table> tables = new LinkedHashSet<>();
        for (EntityMapper member : mapper.inheritance().family()) {
            if (member.root() == mapper.root()) {
                tables.addAll(Arrays.asList(member.tables()));
            }
        }
        if (tables.size() == 1) {
            return delete(mapper.table());
        }
        List<EntityKey> keys = new ArrayList<>(keys());
        List<Table> inOrder = new ArrayList<>(tables);
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            for (List<EntityKey> portion : portions(keys)) {
                execute(Delete.from(inOrder.get(i)).where(in(inOrder.get(i), portion)));
            }
        }
        return keys.size();
    }

    private long delete(Table table) {
        if (!rows.hasOthers()) {
            return execute(where(Delete.from(table), where));
        }
        if (rows.isFlat() && engine.dialect().supports(Capability.DELETE_USING)) {
            Delete delete = Delete.from(table).using(rows.others().toArray(new FromItem[0]));
            return execute(where(delete, rows.conditions()));
        }
        List<Expr<Boolean>> chosen = chosen(table);
        if (chosen != null) {
            return execute(where(Delete.from(table), chosen));
        }
        List<EntityKey> keys = new ArrayList<>(keys());
        for (List<EntityKey> portion : portions(keys)) {
            execute(Delete.from(table).where(in(table, portion)));
        }
        return keys.size();
    }

    private static Delete where(Delete delete, List<Expr<Boolean>> conditions) {
        Delete all = delete;
        for (Expr<Boolean> condition : conditions) {
            all = all.where(condition);
        }
        return all;
    }

    // ---- keys

    /**
     * The rows by a subquery that gives their keys; null where the database can't compare keys so. The subquery is wrapped
     * once more, because some databases do not read a table in a subquery that they change.
     */
    private @Nullable List<Expr<Boolean>> chosen(Table table) {
        List<Column<?>> key = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            key.add(keyColumn(table, part));
        }
        if (key.size() > 1 && !engine.dialect().supports(Capability.TUPLE_IN)) {
            return null;
        }
        TableAlias chosen = rows.select(key).subquery();
        Select keys = Select.of(chosen.columns()).withFrom(chosen);
        return List.of(new InQuery(key.size() == 1 ? key.get(0) : new Tuple(List.copyOf(key)), keys, false));
    }

    private static List<List<EntityKey>> portions(List<EntityKey> keys) {
        List<List<EntityKey>> portions = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += PORTION) {
            portions.add(keys.subList(from, Math.min(keys.size(), from + PORTION)));
        }
        return portions;
    }

    private long execute(Statement statement) {
        session.written();
        Plan plan = engine.plan(statement, List.of(), queries.registry());
        return session.connection(engine).update(plan, new Object[0]);
    }

    /** The conditions on one table alone, keys of others replaced by its own; null if they speak of others too. */
    private @Nullable List<Expr<Boolean>> local(Table table) {
        if (mapper.tables().length == 1) {
            return where;
        }
        boolean[] foreign = {false};
        List<Expr<Boolean>> local = new ArrayList<>();
        for (Expr<Boolean> condition : where) {
            Expr<Boolean> resolved = new ClauseAdaption(queries.registry()).adapt(condition);
            local.add(Traversal.replace(resolved, node -> {
                if (node instanceof QueryExpression) {
                    foreign[0] = true; // it may look at any table
                }
                if (node instanceof Column<?> column && column.owner() != table) {
                    Column<?> own = own(column, table);
                    foreign[0] |= own == null;
                    return own == null ? node : own;
                }
                return node;
            }));
        }
        return foreign[0] ? null : local;
    }

    /** The column of a table that always has the value of another; null if there is none. */
    private @Nullable Column<?> own(Column<?> column, Table table) {
        ColumnAttribute attribute = mapper.findColumn(column);
        for (Column<?> own : table.columns()) {
            if (attribute != null && mapper.findColumn(own) == attribute) {
                return own;
            }
        }
        return null;
    }

    /** Keys of the rows that meet the conditions. */
    Set<EntityKey> keys() {
        List<Column<?>> columns = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            columns.add(part.column());
        }
        Plan plan = engine.plan(rows.select(columns), List.of(), queries.registry());
        Set<EntityKey> keys = new LinkedHashSet<>();
        try (Rows found = session.connection(engine).rows(plan, new Object[0])) {
            while (found.next()) {
                @Nullable Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = found.getObject(i);
                }
                keys.add(session.keyed(mapper.key(values)));
            }
        }
        return keys;
    }

    /** The rows of some keys in a table of the class or of a subclass. */
    private Expr<Boolean> in(Table table, List<EntityKey> keys) {
        List<Column<?>> columns = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            columns.add(keyColumn(table, part));
        }
        if (columns.size() == 1) {
            return list(columns.get(0), keys);
        }
        List<Expr<Boolean>> rows = new ArrayList<>();
        for (EntityKey key : keys) {
            List<Expr<Boolean>> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                row.add(columns.get(i).eqAny(value(columns.get(i), key.part(i))));
            }
            rows.add(Junction.of(Operator.AND, row));
        }
        return Junction.of(Operator.OR, rows);
    }

    private static <T> Expr<Boolean> list(Column<T> column, List<EntityKey> keys) {
        List<T> values = new ArrayList<>();
        for (EntityKey key : keys) {
            values.add(Objects.requireNonNull(column.type().coerce(key.part(0))));
        }
        return InList.of(column, BindParameter.list(column.type(), values), false);
    }

    private Column<?> keyColumn(Table table, ColumnAttribute part) {
        for (EntityMapper member : mapper.inheritance().family()) {
            for (Column<?> column : table.columns()) {
                if (member.findColumn(column) == part) {
                    return column;
                }
            }
        }
        return part.column();
    }

    private static <T> Expr<T> value(Column<T> column, Object value) {
        return BindParameter.of(column.type(), column.type().coerce(value));
    }
}
