package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.Rows;
import org.aludel.orm.instrument.RowReader;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.orm.internal.mapping.ColumnPair;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.mapping.MapperRegistry;
import org.aludel.orm.internal.mapping.PolymorphicFrom;
import org.aludel.orm.internal.mapping.RelationAttribute;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.TableFunction;
import org.aludel.sql.tree.Cast;
import org.aludel.sql.tree.InExpressions;
import org.aludel.sql.tree.InList;
import org.aludel.sql.tree.Junction;
import org.aludel.sql.tree.Operator;
import org.aludel.sql.tree.Tuple;
import org.aludel.types.ArrayType;
import org.aludel.types.Type;
import org.aludel.types.TypeFamily;
import org.jspecify.annotations.Nullable;

/**
 * {@code SELECT ... FROM target WHERE key IN (...)}: the targets of a relation for many keys.
 *
 * <p>Where the database has arrays, integer keys come as one array that is joined: {@code FROM target JOIN unnest(?)}. H2
 * compares every row with every parameter of a list (a thousand owners with ten members each: 14 ms against 2.3), and
 * PostgreSQL needs no text for each number of keys. Else a key of one column is a list that is expanded at execution, and
 * keys of several columns become tuples where the database takes them, or alternatives, in statements for 1, 2, 4 ... 512
 * keys.
 */
final class KeyedSelect {

    /** Place of the one statement for any number of keys, behind those for powers of two. */
    private static final int ANY_SIZE = 10;

    private final Column<?>[] keys;
    private final int[] keyPositions;
    private final boolean inArrays;
    private final FromItem from;
    private final Select select;
    private final EntityLoad entity;
    private final LoadShape shape;
    private final boolean hasValues;
    private final boolean narrowing;
    private final EnginePlans[] bySize = new EnginePlans[ANY_SIZE + 1];

    /**
     * The targets of a relation, by keys of its owners.
     *
     * @param usual what the target is selected from, with the columns of subclasses where a query asked for them
     */
    KeyedSelect(
            MapperRegistry registry,
            RelationAttribute relation,
            OptionScope options,
            LoadPath path,
            PolymorphicFrom usual) {
        Arrays.setAll(bySize, size -> new EnginePlans());
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource target = relation.hasOwnTarget()
                ? new EntitySource(relation.targetItem(), false, usual)
                : new EntitySource(usual.item(), false, usual);
        ColumnPair[] pairs = relation.pairs();
        this.keys = Arrays.stream(pairs)
                .map(pair -> relation.between() == null ? target.column(pair.remoteColumn()) : pair.remoteColumn())
                .toArray(Column<?>[]::new);
        this.entity = planner.continued(target, options, path.thenApart(relation));
        this.keyPositions = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            var remote = pairs[i].remote();
            int position = remote == null ? -1 : entity.position(remote);
            keyPositions[i] = position >= 0 ? position : planner.value(keys[i]);
        }
        Expr<Boolean> extra = registry.resolution().extra(relation, null, target.item(), relation.between());
        Expr<Boolean> criterion = options.criterion(registry, relation.target(), target.item(), false);
        List<Ordering> order = planner.order(relation, target.item());
        this.inArrays = Arrays.stream(keys).allMatch(key -> key.type().family() == TypeFamily.INTEGER);
        this.shape = planner.shape();
        this.from = planner.joined(RelationFrom.of(relation, target.item()));
        this.select = select(planner, from, order, extra, criterion);
        this.narrowing = !options.demanded(relation.target(), false).isEmpty();
        this.hasValues = options.hasCriteria();
    }

    /** Objects of a class, by their own keys. */
    static KeyedSelect ofObjects(MapperRegistry registry, EntityMapper mapper, OptionScope options, LoadPath path) {
        return new KeyedSelect(registry, mapper, options, path);
    }

    private KeyedSelect(MapperRegistry registry, EntityMapper mapper, OptionScope options, LoadPath path) {
        Arrays.setAll(bySize, size -> new EnginePlans());
        LoadPlanner planner = LoadPlanner.ofLoader(registry);
        EntitySource source = EntitySource.of(mapper);
        this.entity = planner.continued(source, options, path.as(mapper));
        ColumnAttribute[] key = mapper.primaryKey();
        this.keys = Arrays.stream(key).map(part -> source.column(part)).toArray(Column<?>[]::new);
        this.keyPositions = Arrays.stream(key).mapToInt(entity::position).toArray();
        this.inArrays = Arrays.stream(keys).allMatch(column -> column.type().family() == TypeFamily.INTEGER);
        this.shape = planner.shape();
        this.from = planner.joined(source.item());
        this.select =
                select(planner, from, List.of(), null, mapper.inheritance().criterion());
        this.narrowing = false;
        this.hasValues = options.hasCriteria();
    }

    private static Select select(
            LoadPlanner planner,
            FromItem from,
            List<Ordering> first,
            @Nullable Expr<Boolean> extra,
            @Nullable Expr<Boolean> criterion) {
        List<Ordering> order = new ArrayList<>(first);
        order.addAll(planner.orderings());
        Select select = Select.of(planner.columns()).withFrom(from).orderBy(order.toArray(new Ordering[0]));
        if (extra != null) {
            select = select.where(extra);
        }
        return criterion == null ? select : select.where(criterion);
    }

    /** Whether options let only some objects through. */
    boolean isNarrowing() {
        return narrowing;
    }

    LoadContext context(LoadContext outer) {
        return outer.further(shape);
    }

    Object read(RowReader row, LoadContext context) {
        return Objects.requireNonNull(entity.read(row, context));
    }

    /** The key that the current row belongs to. */
    Object key(RowReader row) {
        if (keyPositions.length == 1) {
            return Objects.requireNonNull(row.getObject(keyPositions[0]));
        }
        Object[] parts = new Object[keyPositions.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Objects.requireNonNull(row.getObject(keyPositions[i]));
        }
        return List.of(parts);
    }

    /** Selects for some keys, each an array with one value for each column. */
    Rows open(DefaultSession session, QueryValues values, List<Object[]> wanted) {
        CoreEngine engine = session.engine(entity.mapper());
        QueryValues given = hasValues ? values : QueryValues.NONE;
        if (inArrays && engine.dialect().supports(Capability.ARRAYS)) {
            return openArrays(session, engine, given, wanted);
        }
        return keys.length == 1
                ? openList(session, engine, given, wanted)
                : openRows(session, engine, given, wanted);
    }

    private Rows openArrays(DefaultSession session, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        Plan plan = bySize[ANY_SIZE].find(engine);
        if (plan == null) {
            plan = bySize[ANY_SIZE].keep(engine, compileArrays(session, engine));
        }
        Object[] arrays = new Object[keys.length];
        for (int i = 0; i < arrays.length; i++) {
            List<Object> values = new ArrayList<>(wanted.size());
            for (Object[] key : wanted) {
                values.add(key[i]);
            }
            arrays[i] = values;
        }
        return session.connection(engine).rows(given.of(plan), arrays);
    }

    private Plan compileArrays(DefaultSession session, CoreEngine engine) {
        List<String> names = new ArrayList<>();
        List<Expr<?>> arrays = new ArrayList<>();
        List<Column<?>> columns = new ArrayList<>();
        for (Column<?> key : keys) {
            names.add("k" + names.size());
            arrays.add(array(names.get(names.size() - 1), key.type()));
            columns.add(Column.of(names.get(names.size() - 1), key.type()));
        }
        TableFunction wanted = new TableFunction("unnest", arrays, "wanted", columns, false);
        List<Expr<Boolean>> on = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            on.add(keys[i].eqAny(wanted.columns().get(i)));
        }
        Join joined = new Join(Join.Kind.INNER, from, wanted, Junction.of(Operator.AND, on));
        return engine.plan(select.withFrom(joined), List.copyOf(names), session.registry());
    }

    private static <T> Expr<?> array(String name, Type<T> element) {
        ArrayType<T> type = new ArrayType<>(element);
        return new Cast<>(BindParameter.named(name, type), type);
    }

    private Rows openList(DefaultSession session, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        Plan plan = bySize[ANY_SIZE].find(engine);
        if (plan == null) {
            Select keyed = select.where(InList.of(keys[0], BindParameter.namedList("keys", keys[0].type()), false));
            plan = bySize[ANY_SIZE].keep(engine, engine.plan(keyed, List.of("keys"), session.registry()));
        }
        List<Object> values = new ArrayList<>(wanted.size());
        for (Object[] key : wanted) {
            values.add(key[0]);
        }
        return session.connection(engine).rows(given.of(plan), new Object[] {values});
    }

    private Rows openRows(DefaultSession session, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        int power = 32 - Integer.numberOfLeadingZeros(wanted.size() - 1);
        int size = 1 << power;
        Plan plan = bySize[power].find(engine);
        if (plan == null) {
            plan = bySize[power].keep(engine, compileRows(session, engine, size));
        }
        Object[] values = new Object[size * keys.length];
        for (int i = 0; i < size; i++) {
            // what is too much repeats the last key
            System.arraycopy(wanted.get(Math.min(i, wanted.size() - 1)), 0, values, i * keys.length, keys.length);
        }
        return session.connection(engine).rows(given.of(plan), values);
    }

    private Plan compileRows(DefaultSession session, CoreEngine engine, int size) {
        List<String> names = new ArrayList<>();
        List<List<Expr<?>>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Expr<?>> row = new ArrayList<>();
            for (Column<?> key : keys) {
                String name = "k" + names.size();
                names.add(name);
                row.add(BindParameter.named(name, key.type()));
            }
            rows.add(row);
        }
        boolean tuples = engine.dialect().supports(Capability.TUPLE_IN);
        return engine.plan(select.where(tuples ? tuples(rows) : alternatives(rows)), names, session.registry());
    }

    private Expr<Boolean> tuples(List<List<Expr<?>>> rows) {
        List<Expr<?>> tuples = new ArrayList<>();
        rows.forEach(row -> tuples.add(new Tuple(List.copyOf(row))));
        return new InExpressions(new Tuple(List.of(keys)), tuples, false);
    }

    private Expr<Boolean> alternatives(List<List<Expr<?>>> rows) {
        List<Expr<Boolean>> alternatives = new ArrayList<>();
        for (List<Expr<?>> row : rows) {
            List<Expr<Boolean>> parts = new ArrayList<>();
            for (int i = 0; i < keys.length; i++) {
                parts.add(keys[i].eqAny(row.get(i)));
            }
            alternatives.add(Junction.of(Operator.AND, parts));
        }
        return Junction.of(Operator.OR, alternatives);
    }
}
