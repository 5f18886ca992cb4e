package org.aludel.core.engine;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.core.cache.BoundedCache;
import org.aludel.core.compiler.BindSlot;
import org.aludel.core.compiler.Compiled;
import org.aludel.core.compiler.ContextualDefault;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.ResultColumn;
import org.aludel.core.compiler.RowSlots;
import org.aludel.core.types.Decimals;
import org.aludel.core.types.Integers;
import org.aludel.core.types.Strings;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.DataException;
import org.aludel.schema.Column;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Insert;
import org.aludel.sql.Statement;
import org.aludel.sql.spi.Resolver;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * A statement compiled, with what its slots take their values from: an array given at execution, or the statement itself.
 * Immutable and shared by threads. The object mapper keeps plans; for others the engine makes them around cached
 * compilations, and finds them again by the statement.
 */
public final class Plan {

    private static final @Nullable Object[] NO_VALUES = {};

    private final Prepared prepared;
    private final CoreEngine.CacheKey key;
    private final BoundedCache.@Nullable Entry<Prepared> entry;
    private final Statement statement;
    private final BindParameter<?>[] binds;
    private final Compiled compiled;
    private final BindSlot[] slots;
    private volatile @Nullable Sensitivity sensitivity;

    Plan(
            Prepared prepared,
            CoreEngine.CacheKey key,
            BoundedCache.@Nullable Entry<Prepared> entry,
            Statement statement,
            BindParameter<?>[] binds) {
        this.prepared = prepared;
        this.key = key;
        this.entry = entry;
        this.statement = statement;
        this.binds = binds;
        this.compiled = prepared.compiled();
        this.slots = compiled.binds();
    }

    /**
     * What all plans of one compilation share.
     *
     * @param positions for each slot the position of its value among the parameters, or -1
     * @param exact for each slot the class whose values are taken as they are; null for a list
     * @param direct whether the parameters are the slots, in order
     * @param repeats whether a slot stands in several places
     * @param stranger a name given that is no slot's, or null
     * @param readers readers of the result's columns; empty if only the driver knows them
     * @param bulk how an INSERT of many sets gives columns back, once that was asked
     */
    record Prepared(
            Compiled compiled,
            int[] positions,
            @Nullable Class<?>[] exact,
            boolean direct,
            boolean repeats,
            @Nullable String stranger,
            ColumnReaders readers,
            @Nullable RowHeader header,
            AtomicReference<@Nullable Optional<BulkInsert>> bulk) {

        static Prepared of(Compiled compiled, List<String> parameterNames, TypeHandler<?> unknown) {
            BindSlot[] slots = compiled.binds();
            int[] positions = new int[slots.length];
            @Nullable Class<?>[] exact = new Class<?>[slots.length];
            boolean direct = true;
            List<String> strangers = new ArrayList<>(parameterNames);
            Set<BindSlot> different = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int i = 0; i < slots.length; i++) {
                String name = slots[i].name();
                positions[i] = name == null ? -1 : parameterNames.indexOf(name);
                exact[i] = slots[i].expanding() ? null : slots[i].type().javaType();
                strangers.remove(name);
                direct &= positions[i] == i;
                different.add(slots[i]);
            }
            ResultColumn[] columns = compiled.columns();
            TypeHandler<?>[] handlers = new TypeHandler<?>[columns.length];
            List<String> keys = new ArrayList<>(columns.length);
            @Nullable Object[] sources = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                handlers[i] = columns[i].handler() == null ? unknown : columns[i].handler();
                keys.add(columns[i].name());
                sources[i] = columns[i].source();
            }
            return new Prepared(
                    compiled,
                    positions,
                    exact,
                    direct,
                    different.size() < slots.length,
                    strangers.isEmpty() ? null : strangers.get(0),
                    new ColumnReaders(handlers),
                    columns.length == 0 ? null : new RowHeader(keys, sources),
                    new AtomicReference<>());
        }
    }

    /** The same plan for a statement of the same structure, which brings other values. */
    public Plan with(BindParameter<?>[] otherBinds) {
        return new Plan(prepared, key, entry, statement, otherBinds);
    }

    /** The statement's own parameters. */
    public BindParameter<?>[] binds() {
        return binds;
    }

    /** Whether its compilation is in that cache. */
    boolean isIn(BoundedCache<?, Prepared> cache) {
        return entry != null && entry.isIn(cache);
    }

    /** Whether it was compiled by these rules for one execution with attributes resolved so. */
    boolean isFor(long rules, @Nullable Resolver resolver) {
        return key.rules() == rules && key.resolver() == resolver && key.wantsKeys();
    }

    /** Counts a use that no look-up in the cache has counted. */
    void reused() {
        if (entry != null) {
            entry.hit();
        }
    }

    /** The values of the parameters this plan was made for; null if others are given. */
    @Nullable
    Object @Nullable [] given(Map<String, ? extends @Nullable Object> parameters) {
        List<String> names = key.parameterNames();
        int count = names.size();
        if (parameters.size() != count) {
            return null;
        }
        if (count == 0) {
            return NO_VALUES;
        }
        @Nullable Object[] given = new Object[count];
        for (int i = 0; i < count; i++) {
            String name = names.get(i);
            Object value = parameters.get(name);
            if (value == null && !parameters.containsKey(name)) {
                return null;
            }
            given[i] = value;
        }
        return given;
    }

    /**
     * What an execution says to the database.
     *
     * @param sql the text
     * @param values the value of each parameter
     */
    public record Call(String sql, @Nullable Object[] values) {}

    /** What the execution with these values says to the database; callable values are asked. */
    public Call call(@Nullable Object[] values, CoreConnection connection) {
        @Nullable Object[] all = slotValues(values, connection);
        return new Call(sql(all), all);
    }

    /** The statement as it was compiled. */
    public Compiled compiled() {
        return compiled;
    }

    /** Readers for the columns of a cursor: those of the result plan, or for plain text what the driver says. */
    ColumnReaders readers(ResultSet cursor, CoreEngine engine) throws SQLException {
        ColumnReaders known = prepared.readers();
        if (known.size() > 0) {
            return known.quickest();
        }
        int count = cursor.getMetaData().getColumnCount();
        TypeHandler<?>[] unknown = new TypeHandler<?>[count];
        Arrays.fill(unknown, engine.dialect().handler(Types.UNKNOWN));
        return new ColumnReaders(unknown);
    }

    /** The header of rows of this plan. */
    RowHeader header(Rows rows) {
        RowHeader known = prepared.header();
        return known != null ? known : new RowHeader(rows.labels(), new Object[rows.size()]);
    }

    /** The header of rows whose columns are known. */
    @Nullable
    RowHeader header() {
        return prepared.header();
    }

    /** How an INSERT is executed for many sets so that columns come back; nothing if only one by one. */
    Optional<BulkInsert> bulk(CoreEngine engine, Insert insert, List<Column<?>> wanted) {
        Optional<BulkInsert> known = prepared.bulk().get();
        if (known == null) {
            known = BulkInsert.of(engine, this, insert, wanted);
            prepared.bulk().set(known);
        }
        return known;
    }

    /** Readers for columns of a table. */
    static TypeHandler<?>[] handlers(List<Column<?>> columns, CoreEngine engine) {
        return columns.stream()
                .map(column -> engine.dialect().handler(column.type()))
                .toArray(TypeHandler<?>[]::new);
    }

    /** Readers for rows that come back from a statement that writes: RETURNING, or generated keys. */
    ColumnReaders returningReaders(ResultSet cursor, CoreEngine engine) throws SQLException {
        InsertPlan insert = compiled.insert();
        if (prepared.readers().size() > 0 || insert == null) {
            return readers(cursor, engine);
        }
        ResultColumn[] returned = insert.returned();
        TypeHandler<?>[] handlers = new TypeHandler<?>[returned.length];
        for (int i = 0; i < handlers.length; i++) {
            TypeHandler<?> handler = returned[i].handler();
            handlers[i] = handler == null ? engine.dialect().handler(Types.UNKNOWN) : handler;
        }
        return new ColumnReaders(handlers);
    }

    /** Prepares an INSERT so that the driver keeps the generated keys; anything else plainly. */
    PreparedStatement prepareReturning(Connection jdbc, String sql) throws SQLException {
        InsertPlan insert = compiled.insert();
        return insert != null && insert.retrieval() == InsertPlan.Retrieval.GENERATED_KEYS
                ? jdbc.prepareStatement(sql, insert.columnNames())
                : jdbc.prepareStatement(sql);
    }

    /** Prepares an INSERT to run as a batch that gives keys back: drivers give rows of a batch as generated keys only. */
    PreparedStatement prepareReturningBatch(Connection jdbc, String sql) throws SQLException {
        InsertPlan insert = compiled.insert();
        boolean inText =
                compiled.returnsRows() || insert != null && insert.retrieval() == InsertPlan.Retrieval.RETURNING;
        return inText
                ? jdbc.prepareStatement(sql, java.sql.Statement.RETURN_GENERATED_KEYS)
                : prepareReturning(jdbc, sql);
    }

    /** The plan to run as a JDBC batch: drivers refuse rows from a batch, so keys nobody asked for are left out. */
    Plan forBatch(CoreEngine engine) {
        InsertPlan insert = compiled.insert();
        return insert != null && insert.retrieval() == InsertPlan.Retrieval.RETURNING && !compiled.returnsRows()
                ? engine.plan(statement, key.parameterNames(), key.resolver(), false)
                        .with(binds)
                : this;
    }

    /** The text of a batch; IN lists must have one size in all sets. */
    String batchSql(List<@Nullable Object[]> rows) {
        String first = sql(rows.get(0));
        if (compiled.isExpanding()) {
            for (@Nullable Object[] row : rows) {
                if (!sql(row).equals(first)) {
                    throw new ArgumentException(
                            "ALU-0246",
                            "the sets of a batch have IN lists of different sizes; where: " + compiled.sql()
                                    + "; what to do: execute them one by one");
                }
            }
        }
        return first;
    }

    /**
     * The values given, each as the type of its parameter, where nothing is lost by it.
     *
     * @throws ArgumentException ALU-0301 for a value that does not fit, ALU-0102 for null in a list, ALU-0243 for a name the statement does not have
     */
    @Nullable
    Object[] coerced(@Nullable Object[] given) {
        if (given.length == 0) {
            return given;
        }
        int[] positions = prepared.positions();
        @Nullable Class<?>[] exact = prepared.exact();
        for (int i = 0; i < slots.length; i++) {
            int position = positions[i];
            Object value = position < 0 ? null : given[position];
            if (value != null && value.getClass() != exact[i]) {
                given[position] = coerced(slots[i], value);
            }
        }
        if (prepared.stranger() != null) {
            throw new ArgumentException(
                    "ALU-0243",
                    "the statement has no parameter \"" + prepared.stranger() + "\"; where: " + compiled.sql()
                            + "; what to do: give names of its parameters or of the table's columns");
        }
        return given;
    }

    private static Object coerced(BindSlot slot, Object value) {
        Type<?> type = slot.type();
        if (!slot.expanding()) {
            return type.javaType().isInstance(value) ? value : type.coerce(value);
        }
        if (!(value instanceof Collection<?> list)) {
            return value; // refused when it is bound
        }
        List<Object> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            if (element == null) {
                throw new ArgumentException(
                        "ALU-0102",
                        "null in a list of values is never found by IN; where: parameter " + slot.name()
                                + "; what to do: leave it out of the list and add isNull()");
            }
            elements.add(type.coerce(element));
        }
        return elements;
    }

    /** What of it is shown nowhere. */
    Sensitivity sensitivity() {
        Sensitivity known = sensitivity;
        if (known == null) {
            known = Sensitivity.of(compiled, statement, statement.structure().binds());
            sensitivity = known;
        }
        return known;
    }

    int slotCount() {
        return slots.length;
    }

    boolean isExpanding(int slot) {
        return slots[slot].expanding();
    }

    /** The SQL text for these slot values. */
    String sql(@Nullable Object[] values) {
        if (!compiled.isExpanding()) {
            return compiled.sql();
        }
        return compiled.sql(pieces(values));
    }

    private Object[] pieces(@Nullable Object[] values) {
        List<Object> pieces = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].expanding()) {
                pieces.add(list(i, values).size());
            } else if (slots[i].writer() != null) {
                pieces.add(slots[i].writer().apply(values[i]));
            }
        }
        return pieces.toArray();
    }

    private Collection<?> list(int slot, @Nullable Object[] values) {
        if (values[slot] instanceof Collection<?> list) {
            return list;
        }
        throw new ArgumentException(
                "ALU-0244",
                "the parameter of an IN list is no collection; where: parameter " + slotName(slot)
                        + "; what to do: give a List or Set");
    }

    /** Whether the values given are those of the slots, so that nothing has to be filled in. */
    boolean takesAsGiven(@Nullable Object[] values) {
        return prepared.direct() && values.length == slots.length;
    }

    /**
     * The value of each slot, of those given or the statement's own. Done once for an execution, so that what is computed
     * is computed once.
     */
    @Nullable
    Object[] slotValues(@Nullable Object[] values, CoreConnection connection) {
        if (takesAsGiven(values)) {
            return values;
        }
        RowSlots computed = compiled.computed();
        @Nullable Object[] all = new Object[slots.length];
        for (int i = 0; i < all.length; i++) {
            boolean later = computed != null && slots[i].defaults() instanceof ContextualDefault;
            int earlier = prepared.repeats() ? firstOf(i) : i;
            all[i] = later ? null : earlier < i ? all[earlier] : slotValue(i, values);
        }
        if (computed != null) {
            new RowDefaults(computed, slots, all, connection).compute();
        }
        return all;
    }

    /** The first place of a slot that stands in several, whose default is computed once. */
    private int firstOf(int slot) {
        for (int i = 0; i < slot; i++) {
            if (slots[i] == slots[slot]) {
                return i;
            }
        }
        return slot;
    }

    private @Nullable Object slotValue(int slot, @Nullable Object[] values) {
        int position = prepared.positions()[slot];
        if (position >= 0) {
            return values[position];
        }
        int index = slots[slot].index();
        if (index < 0) {
            return slots[slot].defaultValue();
        }
        BindParameter<?> bind = binds[index];
        if (bind.isRequired()) {
            throw new ArgumentException(
                    "ALU-0240",
                    "a parameter has no value; where: parameter " + bind.name() + " of " + compiled.sql()
                            + "; what to do: give it at execution, as params(\"" + bind.name() + "\", value)");
        }
        return bind.value();
    }

    /** Binds the slot values of one set. */
    void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        BindSlot[] all = slots;
        if (compiled.isExpanding()) {
            bindExpanding(statement, values);
            return;
        }
        for (int i = 0; i < all.length; i++) {
            bindOne(statement, i + 1, i, values[i]);
        }
    }

    private void bindExpanding(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        int parameter = 1;
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].written()) {
                continue;
            }
            if (!slots[i].expanding()) {
                bindOne(statement, parameter++, i, values[i]);
                continue;
            }
            Collection<?> list = list(i, values);
            int padded = compiled.paddedSize(list.size());
            Object last = null;
            for (Object element : list) {
                bindOne(statement, parameter++, i, element);
                last = element;
            }
            for (int n = list.size(); n < padded; n++) {
                bindOne(statement, parameter++, i, last);
            }
        }
    }

    private void bindOne(PreparedStatement statement, int parameter, int slot, @Nullable Object value)
            throws SQLException {
        TypeHandler<?> handler = slots[slot].handler();
        // the commonest types without a call that the JIT can't resolve
        if (value instanceof String text && handler instanceof Strings) {
            statement.setString(parameter, text);
        } else if (value instanceof Integer number && handler instanceof Integers) {
            statement.setInt(parameter, number);
        } else if (value instanceof BigDecimal number && handler instanceof Decimals) {
            statement.setBigDecimal(parameter, number);
        } else {
            bindAny(statement, parameter, slot, value);
        }
    }

    private void bindAny(PreparedStatement statement, int parameter, int slot, @Nullable Object value)
            throws SQLException {
        TypeHandler<Object> handler = slots[slot].handler();
        try {
            handler.bind(statement, parameter, value);
        } catch (ClassCastException e) {
            throw mismatch(slot, value, e);
        }
    }

    private DataException mismatch(int slot, @Nullable Object value, ClassCastException cause) {
        return new DataException(
                "ALU-0237",
                "a value of " + (value == null ? "null" : value.getClass().getName()) + " does not fit type "
                        + slots[slot].type() + "; where: parameter " + slotName(slot) + " of " + compiled.sql()
                        + "; what to do: give a "
                        + slots[slot].type().javaType().getName() + " (" + cause.getMessage() + ")");
    }

    private String slotName(int slot) {
        String name = slots[slot].name();
        return name == null ? String.valueOf(slot + 1) : name;
    }

    @Override
    public String toString() {
        return compiled.sql();
    }
}
