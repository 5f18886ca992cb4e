package org.aludel.orm.internal.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.Plan;
import org.aludel.core.engine.RowSource;
import org.aludel.orm.internal.session.DefaultSession;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Capability;
import org.aludel.sql.Expr;
import org.aludel.sql.FromItem;
import org.aludel.sql.Join;
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

/**
 * A SELECT of rows that have some of many keys.
 *
 * <p>Where the database has arrays, integer keys come as one array that is joined: {@code FROM target JOIN unnest(?)}. H2
 * compares every row with every parameter of a list (a thousand owners with ten members each: 14 ms against 2.3), and
 * PostgreSQL needs no text for each number of keys. Else a key of one column is a list that is expanded at execution, and
 * keys of several columns become tuples where the database takes them, or alternatives, in statements for 1, 2, 4 ... 512
 * keys.
 */
public final class KeyedRows {

    /** How many keys one statement takes. */
    public static final int PORTION = 500;

    /** Place of the one statement for any number of keys, behind those for powers of two. */
    private static final int ANY_SIZE = 10;

    private final Column<?>[] keys;
    private final boolean inArrays;
    private final FromItem from;
    private final Select select;
    private final EnginePlans[] bySize = new EnginePlans[ANY_SIZE + 1];

    /**
     * @param select all rows
     * @param from where they come from
     * @param keys columns there
     */
    public KeyedRows(Select select, FromItem from, Column<?>... keys) {
        Arrays.setAll(bySize, size -> new EnginePlans());
        this.select = select;
        this.from = from;
        this.keys = keys;
        this.inArrays = Arrays.stream(keys).allMatch(key -> key.type().family() == TypeFamily.INTEGER);
    }

    /** Selects for some keys, each an array with one value for each column. */
    public RowSource open(LoadContext context, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        if (inArrays && engine.dialect().supports(Capability.ARRAYS)) {
            return openArrays(context, engine, given, wanted);
        }
        return keys.length == 1 ? openList(context, engine, given, wanted) : openRows(context, engine, given, wanted);
    }

    private RowSource openArrays(LoadContext context, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        Plan plan = bySize[ANY_SIZE].find(engine);
        if (plan == null) {
            plan = bySize[ANY_SIZE].keep(engine, compileArrays(context.session, engine));
        }
        Object[] arrays = new Object[keys.length];
        for (int i = 0; i < arrays.length; i++) {
            List<Object> values = new ArrayList<>(wanted.size());
            for (Object[] key : wanted) {
                values.add(key[i]);
            }
            arrays[i] = values;
        }
        return context.rows(engine, given.of(plan), arrays);
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

    private RowSource openList(LoadContext context, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        Plan plan = bySize[ANY_SIZE].find(engine);
        if (plan == null) {
            Select keyed = select.where(InList.of(keys[0], BindParameter.namedList("keys", keys[0].type()), false));
            plan = bySize[ANY_SIZE].keep(engine, engine.plan(keyed, List.of("keys"), context.session.registry()));
        }
        List<Object> values = new ArrayList<>(wanted.size());
        for (Object[] key : wanted) {
            values.add(key[0]);
        }
        return context.rows(engine, given.of(plan), new Object[] {values});
    }

    private RowSource openRows(LoadContext context, CoreEngine engine, QueryValues given, List<Object[]> wanted) {
        int power = 32 - Integer.numberOfLeadingZeros(wanted.size() - 1);
        int size = 1 << power;
        Plan plan = bySize[power].find(engine);
        if (plan == null) {
            plan = bySize[power].keep(engine, compileRows(context.session, engine, size));
        }
        Object[] values = new Object[size * keys.length];
        for (int i = 0; i < size; i++) {
            // what is too much repeats the last key
            System.arraycopy(wanted.get(Math.min(i, wanted.size() - 1)), 0, values, i * keys.length, keys.length);
        }
        return context.rows(engine, given.of(plan), values);
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
