package org.aludel.orm.internal.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.core.engine.Rows;
import org.aludel.engine.Result;
import org.aludel.orm.Alias;
import org.aludel.orm.Attribute;
import org.aludel.orm.EntityRef;
import org.aludel.orm.LoadOption;
import org.aludel.orm.Orm;
import org.aludel.orm.internal.loading.AnswerSizes;
import org.aludel.orm.internal.loading.EntitySource;
import org.aludel.orm.internal.loading.LoadPlanner;
import org.aludel.orm.internal.loading.OptionScope;
import org.aludel.orm.internal.loading.QueryValues;
import org.aludel.orm.internal.loading.RowSupply;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.orm.internal.watching.LoadWatch;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Expr;
import org.aludel.sql.Selectable;
import org.aludel.sql.TableAlias;
import org.aludel.sql.spi.Unresolved;
import org.aludel.sql.tree.Label;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a query selects from the rows of a statement of the program's own, by the names of their columns. Columns of
 * an object that are missing are loaded when they are read.
 */
final class StatementReading {

    private final DefaultSession session;
    private final MapperRegistry registry;
    private final LoadWatch watch;
    private final QueryParts parts;
    private final LoadPlanner planner;
    private final List<PartReader> readers = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private List<String> labels = List.of();

    StatementReading(DefaultSession session, SessionQueries queries, QueryParts parts) {
        this.session = session;
        this.registry = queries.registry();
        this.watch = queries.watch();
        this.parts = parts;
        this.planner = new LoadPlanner(queries.registry(), RowSupply.GIVEN, this::present, null);
    }

    <T extends @Nullable Object> QueryCursor<T> open(CoreEngine engine, Output<T> output) {
        Plan plan = engine.plan(Objects.requireNonNull(parts.statement), List.of(), registry);
        Rows rows = session.connection(engine).rows(plan, new Object[0]);
        return cursor(plan, rows, rows.labels(), output);
    }

    /** Reads rows that the program has. */
    <T extends @Nullable Object> QueryCursor<T> of(Result result, Output<T> output) {
        return cursor(null, new ResultRows(result), result.keys(), output);
    }

    private <T extends @Nullable Object> QueryCursor<T> cursor(
            @Nullable Plan plan, RowSource rows, List<String> names, Output<T> output) {
        try {
            labels = names.stream().map(label -> label.toLowerCase(Locale.ROOT)).toList();
            parts.selected.forEach(this::read);
            PreparedQuery prepared = new PreparedQuery(
                    plan,
                    new BindParameter<?>[0],
                    new BindParameter<?>[0],
                    new int[0],
                    readers.toArray(new PartReader[0]),
                    planner.shape(),
                    true,
                    new AnswerSizes());
            Type<?>[] types = planner.columns().stream().map(Expr::type).toArray(Type<?>[]::new);
            int[] at = places.stream().mapToInt(Integer::intValue).toArray();
            return new QueryCursor<>(
                    session,
                    prepared,
                    output,
                    parts,
                    QueryValues.NONE,
                    rows,
                    new Renamed(rows, at, types, labels),
                    watch.ofQuery(session),
                    null);
        } catch (RuntimeException | Error e) {
            rows.close();
            throw e;
        }
    }

    private void read(Selectable part) {
        if (part instanceof EntityRef<?> entity) {
            entity(registry.mapper(entity.type()), null);
        } else if (part instanceof Alias<?> alias) {
            entity(registry.mapper(alias.type()), alias.name());
        } else if (part instanceof Expr<?> expression) {
            Expr<?> resolved = expression instanceof Unresolved<?> unresolved
                    ? Objects.requireNonNullElse(unresolved.resolve(registry), expression)
                    : expression;
            int place = expressionPlace(part, resolved);
            if (place < 0) {
                throw QueryErrors.missingColumn(part, labels);
            }
            readers.add(new PartReader.OfValue(planner.value(resolved)));
            places.add(place);
        } else {
            throw QueryErrors.notSelectable(part);
        }
    }

    private int expressionPlace(Selectable part, Expr<?> resolved) {
        if (part instanceof Label<?> label) {
            return place(label.name());
        }
        if (resolved instanceof Column<?> column) {
            return columnPlace(column, null);
        }
        // an expression without a name stands where it stands in the list
        int position = parts.selected.size() == labels.size() ? parts.selected.indexOf(part) : -1;
        return position;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void entity(EntityMapper mapper, @Nullable String alias) {
        List<LoadOption> options = new ArrayList<>(parts.options);
        options.addAll(0, QueryCompiler.lazily(mapper));
        List<Attribute<?, ?>> present = new ArrayList<>();
        boolean whole = true;
        int[] found = new int[mapper.columns().length];
        for (int i = 0; i < found.length; i++) {
            ColumnAttribute attribute = mapper.columns()[i];
            found[i] = attribute.expression() == null ? columnPlace(attribute.column(), alias) : -1;
            if (found[i] >= 0 && !attribute.isHidden()) {
                present.add(Orm.attribute((Class) mapper.type(), attribute.name()));
            }
            whole &= found[i] >= 0;
        }
        if (!whole) {
            options.add(Orm.loadOnly(present.toArray(new Attribute<?, ?>[0])));
        }
        int start = planner.columns().size();
        readers.add(new PartReader.OfEntity(
                planner.entity(mapper, EntitySource.of(mapper), OptionScope.of(options, parts.defaults), false)));
        for (int place : found) {
            taken.add(place);
        }
        for (int i = start; i < planner.columns().size(); i++) {
            int place = placeOf(mapper, planner.columns().get(i), found, alias);
            places.add(place);
            taken.add(place);
        }
    }

    /** What {@code containsEager} names is among the statement's columns, under its own or the alias's name. */
    private EntitySource present(LoadOption option) {
        Alias<?> alias = option.alias();
        if (alias != null) {
            List<Class<?>> subclasses = alias.whole() == alias ? alias.subclasses() : null;
            return new EntitySource(alias.item(registry), false, registry.from(alias.type(), subclasses));
        }
        return EntitySource.of(registry.resolution()
                .relation(Objects.requireNonNull(option.relation()))
                .target());
    }

    private int placeOf(EntityMapper mapper, Expr<?> column, int[] found, @Nullable String alias) {
        for (int i = 0; i < found.length; i++) {
            if (mapper.columns()[i].expression() == null && mapper.columns()[i].column() == column && found[i] >= 0) {
                return found[i];
            }
        }
        int other = column instanceof Column<?> c ? columnPlace(c, nameOf(c, mapper, alias)) : -1;
        if (other < 0) {
            throw QueryErrors.missingColumn(mapper.name() + "." + column, labels);
        }
        return other;
    }

    /** The name that the columns of an entity are labelled by, if it is not its table's. */
    private static @Nullable String nameOf(Column<?> column, EntityMapper mapper, @Nullable String alias) {
        return column.owner() instanceof TableAlias other
                ? other.label()
                : mapper.findColumn(column) == null ? null : alias;
    }

    /** Where a column is: by table and name, else by name, and of several the first that nobody has taken. */
    private int columnPlace(Column<?> column, @Nullable String alias) {
        Table table = column.table();
        String owner = alias != null ? alias : table == null ? "" : table.name();
        int place = place(owner + "_" + column.name());
        return place >= 0 ? place : place(column.name());
    }

    private int place(String label) {
        String wanted = label.toLowerCase(Locale.ROOT);
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equals(wanted) && !taken.contains(i)) {
                return i;
            }
        }
        return labels.indexOf(wanted);
    }

    /** Rows whose columns stand elsewhere, and are of types that the database chose. */
    private static final class Renamed extends ValueReader {

        private final RowSource rows;
        private final int[] places;
        private final Type<?>[] types;
        private final List<String> labels;

        Renamed(RowSource rows, int[] places, Type<?>[] types, List<String> labels) {
            this.rows = rows;
            this.places = places;
            this.types = types;
            this.labels = labels;
        }

        @Override
        public @Nullable Object getObject(int column) {
            Object value = rows.getObject(places[column]);
            return value == null ? null : types[column].coerce(value);
        }

        @Override
        RuntimeException missing() {
            return QueryErrors.missingColumn("a value that is not null", labels);
        }
    }
}
