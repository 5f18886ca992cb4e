package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.orm.internal.mapping.ClauseAdaption;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.sql.Update;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Traversal;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a bulk update or delete: one, where the conditions speak of one table; for objects in several tables
 * the keys are read first, and each table is written by them.
 */
final class BulkTables {

    private static final int PORTION = 500;

    private final DefaultSession session;
    private final SessionQueries queries;
    private final EntityMapper mapper;
    private final List<Expr<Boolean>> where = new ArrayList<>();

    BulkTables(DefaultSession session, SessionQueries queries, EntityMapper mapper, List<Expr<Boolean>> conditions) {
        this.session = session;
        this.queries = queries;
        this.mapper = mapper;
        where.addAll(conditions);
        Expr<Boolean> criterion = mapper.inheritance().ownCriterion();
        if (criterion != null) {
            where.add(criterion);
        }
    }

    long update(List<BulkStatement.Change> changes) {
        Map<Table, List<BulkStatement.Change>> byTable = new LinkedHashMap<>();
        for (BulkStatement.Change change : changes) {
            Table table = Objects.requireNonNull(change.attribute().column().table());
            byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(change);
        }
        if (byTable.size() == 1) {
            Table table = byTable.keySet().iterator().next();
            List<Expr<Boolean>> local = local(table);
            if (local != null) {
                return execute(where(update(table, changes), local));
            }
        }
        List<EntityKey> keys = new ArrayList<>(keys());
        byTable.forEach((table, some) -> {
            for (List<EntityKey> portion : portions(keys)) {
                execute(update(table, some).where(in(table, portion)));
            }
        });
        return keys.size();
    }

    private static Update update(Table table, List<BulkStatement.Change> changes) {
        Update update = Update.of(table);
        for (BulkStatement.Change change : changes) {
            update = update.set(change.attribute().column().key(), change.value());
        }
        return update;
    }

    private static Update where(Update update, List<Expr<Boolean>> conditions) {
        Update all = update;
        for (Expr<Boolean> condition : conditions) {
            all = all.where(condition);
        }
        return all;
    }

    long delete() {
        Set<Table> tables = new LinkedHashSet<>();
        for (EntityMapper member : mapper.inheritance().family()) {
            if (member.root() == mapper.root()) {
                tables.addAll(Arrays.asList(member.tables()));
            }
        }
        if (tables.size() == 1) {
            Delete delete = Delete.from(mapper.table());
            for (Expr<Boolean> condition : where) {
                delete = delete.where(condition);
            }
            return execute(delete);
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

    private static List<List<EntityKey>> portions(List<EntityKey> keys) {
        List<List<EntityKey>> portions = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += PORTION) {
            portions.add(keys.subList(from, Math.min(keys.size(), from + PORTION)));
        }
        return portions;
    }

    private long execute(Statement statement) {
        CoreEngine engine = session.writingEngine(mapper);
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
        Select select = Select.of(columns).withFrom(mapper.selectable());
        for (Expr<Boolean> condition : where) {
            select = select.where(condition);
        }
        CoreEngine engine = session.writingEngine(mapper);
        Plan plan = engine.plan(select, List.of(), queries.registry());
        Set<EntityKey> keys = new LinkedHashSet<>();
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

    /** The rows of some keys in a table of the class or of a subclass. */
    private Expr<Boolean> in(Table table, List<EntityKey> keys) {
        List<Column<?>> columns = new ArrayList<>();
        for (ColumnAttribute part : mapper.primaryKey()) {
            columns.add(keyColumn(table, part));
        }
        if (columns.size() == 1) {
            List<Expr<?>> values = new ArrayList<>();
            keys.forEach(key -> values.add(value(columns.get(0), key.part(0))));
            return new InExpressions(columns.get(0), values, false);
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
