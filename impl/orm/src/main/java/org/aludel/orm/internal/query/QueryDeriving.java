package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Row;
import org.aludel.orm.Alias;
import org.aludel.orm.AliasAttribute;
import org.aludel.orm.Attribute;
import org.aludel.orm.ColumnDescription;
import org.aludel.orm.EntityRef;
import org.aludel.orm.Many;
import org.aludel.orm.Orm;
import org.aludel.orm.Query;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Column;
import org.aludel.sql.CompoundSelect;
import org.aludel.sql.Condition;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.QueryExpression;
import org.aludel.sql.Select;
import org.aludel.sql.Selectable;
import org.aludel.sql.Sql;
import org.aludel.sql.Statement;
import org.aludel.sql.TableAlias;
import org.aludel.sql.Text;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Label;
import org.aludel.sql.tree.Operator;
import org.jspecify.annotations.Nullable;

/** Other queries made of one: with other parts selected, from a subquery, or of several by set operations. */
abstract class QueryDeriving<T extends @Nullable Object> extends QueryFinding<T> {

    QueryDeriving(DefaultSession session, SessionQueries queries, QueryParts parts) {
        super(session, queries, parts);
    }

    // ---- other things selected

    @Override
    public Query<Row> addColumns(Expr<?>... columns) {
        return selecting(appended(List.of(columns)));
    }

    @Override
    public Query<Row> addEntity(Class<?> type) {
        registry().mapper(type);
        return selecting(appended(List.of(Orm.entity(type))));
    }

    @Override
    public Query<Row> addEntity(Alias<?> alias) {
        bound(alias);
        return selecting(appended(List.of(alias)));
    }

    private List<Selectable> appended(List<? extends Selectable> more) {
        List<Selectable> all = new ArrayList<>(parts.selected);
        all.addAll(meant(more));
        return all;
    }

    private List<Selectable> meant(List<? extends Selectable> selected) {
        List<Selectable> meant = new ArrayList<>();
        for (Selectable part : selected) {
            if (part instanceof Alias<?> alias) {
                bound(alias);
            }
            meant.add(Substitution.adapt(registry(), parts.substitutions, part));
        }
        return meant;
    }

    @Override
    public Query<Row> withEntities(Selectable... selected) {
        return queries.query(
                session, instead(meant(FlatParts.of(List.of(selected)))), new Output.OfRows(List.of(selected)));
    }

    @Override
    public <X> Query<X> withEntities(Expr<X> part) {
        return queries.query(session, instead(meant(List.of(part))), new Output.OfValue<>());
    }

    private Query<Row> selecting(List<Selectable> selected) {
        return queries.query(session, instead(selected), new Output.OfRows(selected));
    }

    /** The same parts with another list; what rows came from stays. */
    private QueryParts instead(List<Selectable> selected) {
        return parts.with(copy -> {
            copy.selected = List.copyOf(selected);
            Object first = firstEntity();
            if (copy.froms.isEmpty() && first != null && parts.statement == null) {
                copy.froms = List.of(first);
            }
        });
    }

    abstract int[] places();

    // ---- from something else

    @Override
    public Query<T> selectEntityFrom(FromItem item) {
        List<Selectable> selected = new ArrayList<>();
        Map<Class<?>, Alias<?>> aliases = new LinkedHashMap<>();
        for (Selectable part : parts.selected) {
            selected.add(part instanceof EntityRef<?> entity ? alias(aliases, entity.type(), item) : part);
        }
        for (Selectable part : parts.selected) {
            if (part instanceof Attribute<?, ?> attribute) {
                alias(aliases, attribute.owner(), item);
            }
        }
        if (aliases.isEmpty()) {
            throw QueryErrors.noClass(parts.selected);
        }
        List<Substitution> substitutions = substitutions(aliases);
        selected.replaceAll(part -> Substitution.adapt(registry(), substitutions, part));
        return with(copy -> {
            copy.selected = List.copyOf(selected);
            copy.substitutions = QueryParts.appended(substitutions, parts.substitutions);
        });
    }

    private Alias<?> alias(Map<Class<?>, Alias<?>> aliases, Class<?> type, FromItem item) {
        return aliases.computeIfAbsent(type, t -> bound(Orm.aliased(t, item)));
    }

    private List<Substitution> substitutions(Map<Class<?>, Alias<?>> aliases) {
        List<Substitution> all = new ArrayList<>();
        aliases.forEach((type, alias) ->
                all.add(new Substitution(registry().mapper(type).from().item(), alias.item(registry()), alias)));
        return all;
    }

    @Override
    public Query<T> fromSelf() {
        return over(toSelect());
    }

    @Override
    public Query<T> union(Query<?>... others) {
        return combined(CompoundSelect.Kind.UNION, others);
    }

    @Override
    public Query<T> unionAll(Query<?>... others) {
        return combined(CompoundSelect.Kind.UNION_ALL, others);
    }

    @Override
    public Query<T> intersect(Query<?>... others) {
        return combined(CompoundSelect.Kind.INTERSECT, others);
    }

    @Override
    public Query<T> intersectAll(Query<?>... others) {
        return combined(CompoundSelect.Kind.INTERSECT_ALL, others);
    }

    @Override
    public Query<T> except(Query<?>... others) {
        return combined(CompoundSelect.Kind.EXCEPT, others);
    }

    @Override
    public Query<T> exceptAll(Query<?>... others) {
        return combined(CompoundSelect.Kind.EXCEPT_ALL, others);
    }

    private Query<T> combined(CompoundSelect.Kind kind, Query<?>... others) {
        QueryExpression[] members = new QueryExpression[others.length];
        for (int i = 0; i < others.length; i++) {
            members[i] = others[i].toSelect();
        }
        return over(CompoundSelect.of(kind, toSelect(), members));
    }

    /** A query of the same parts, which come from the rows of a statement of this query's columns. */
    private Query<T> over(QueryExpression rows) {
        TableAlias item = rows.subquery();
        Map<Class<?>, Alias<?>> aliases = new LinkedHashMap<>();
        List<Substitution> substitutions = new ArrayList<>();
        List<Selectable> selected = new ArrayList<>();
        int[] places = places();
        for (int i = 0; i < parts.selected.size(); i++) {
            Selectable part = parts.selected.get(i);
            if (part instanceof EntityRef<?> entity) {
                selected.add(alias(aliases, entity.type(), item));
            } else if (part instanceof Alias<?> alias) {
                Alias<?> outside = bound(Orm.aliased(alias.type(), item));
                FromItem usual = registry().mapper(alias.type()).from().item();
                substitutions.add(new Substitution(alias.item(registry()), item, null));
                substitutions.add(new Substitution(usual, item, outside));
                selected.add(outside);
            } else if (part instanceof Many<?>) {
                throw QueryErrors.listInSubquery(part);
            } else {
                Column<?> column = item.columns().get(places[i]);
                selected.add(column);
                owners(part, item, substitutions);
            }
        }
        List<Substitution> all = new ArrayList<>(substitutions(aliases));
        all.addAll(substitutions);
        QueryParts outer = new QueryParts(List.copyOf(selected));
        outer.substitutions = List.copyOf(all);
        outer.options = parts.options;
        outer.defaults = parts.defaults;
        outer.params = parts.params;
        outer.shard = parts.shard;
        outer.autoflush = parts.autoflush;
        outer.eager = parts.eager;
        return of(outer);
    }

    /** Conditions on a selected attribute mean the column that it became. */
    private void owners(Selectable part, FromItem item, List<Substitution> found) {
        FromItem usual = null;
        if (part instanceof Attribute<?, ?> attribute) {
            usual = registry().mapper(attribute.owner()).from().item();
        } else if (part instanceof AliasAttribute<?, ?> attribute) {
            usual = attribute.alias().item(registry());
        } else if (part instanceof Column<?> column) {
            usual = column.owner();
        }
        FromItem owner = usual;
        if (owner != null && found.stream().noneMatch(other -> other.usual() == owner)) {
            found.add(new Substitution(owner, item, null));
        }
    }

    @Override
    public Query<T> fromStatement(Statement statement) {
        if (parts.isNarrowed()) {
            throw QueryErrors.notForKey("fromStatement", "conditions, joins, an order or limits");
        }
        return with(copy -> copy.statement = statement);
    }

    @Override
    public Query<T> fromText(String sql) {
        return fromStatement(Text.of(sql));
    }

    // ---- as an expression

    @Override
    public @Nullable Condition whereClause() {
        return parts.where.isEmpty() ? null : Junction.of(Operator.AND, parts.where);
    }

    @Override
    public Condition asCondition() {
        return toSelect()
                .unordered()
                .withOnlyColumnsKeepingFrom(Sql.literalColumn("1", org.aludel.types.Types.INTEGER))
                .exists();
    }

    @Override
    public Query<T> correlate(Object... classesOrItems) {
        List<FromItem> items = new ArrayList<>();
        for (Object each : classesOrItems) {
            if (each instanceof FromItem item) {
                items.add(item);
            } else if (each instanceof Alias<?> alias) {
                items.add(bound(alias).item(registry()));
            } else if (each instanceof Class<?> type) {
                items.add(registry().mapper(type).from().item());
            } else {
                throw QueryErrors.notSelectable(each);
            }
        }
        return with(copy -> copy.correlate = QueryParts.appended(parts.correlate, items));
    }

    /** The select with what it takes from the statement around it. */
    final Select correlated(Select select) {
        return parts.correlate.isEmpty() ? select : select.correlate(parts.correlate.toArray(new FromItem[0]));
    }

    @Override
    public List<ColumnDescription> columnDescriptions() {
        List<ColumnDescription> all = new ArrayList<>();
        for (Selectable part : parts.selected) {
            if (part instanceof EntityRef<?> entity) {
                all.add(new ColumnDescription(
                        entity.type().getSimpleName(), entity.type(), part, entity.type(), false));
            } else if (part instanceof Alias<?> alias) {
                String name = alias.name() == null ? alias.type().getSimpleName() : alias.name();
                all.add(new ColumnDescription(name, alias.type(), part, alias.type(), true));
            } else if (part instanceof Attribute<?, ?> attribute) {
                all.add(new ColumnDescription(
                        attribute.name(), attribute.type().javaType(), part, attribute.owner(), false));
            } else if (part instanceof AliasAttribute<?, ?> attribute) {
                all.add(new ColumnDescription(
                        attribute.attribute().name(),
                        attribute.type().javaType(),
                        part,
                        attribute.alias().type(),
                        true));
            } else if (part instanceof Many<?>) {
                all.add(new ColumnDescription(null, List.class, part, null, false));
            } else if (part instanceof Expr<?> expression) {
                String name = part instanceof Label<?> label
                        ? label.name()
                        : part instanceof Column<?> column ? column.key() : null;
                all.add(new ColumnDescription(name, expression.type().javaType(), part, null, false));
            } else {
                all.add(new ColumnDescription(null, Row.class, part, null, false));
            }
        }
        return all;
    }
}
