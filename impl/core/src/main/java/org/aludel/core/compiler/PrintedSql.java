package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.errors.ArgumentException;
import org.aludel.sql.BindParameter;
import org.aludel.sql.CompiledSql;
import org.aludel.types.Type;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/** A compilation for reading: text in several forms, with the values of each set. */
final class PrintedSql implements CompiledSql {

    private final CoreDialect dialect;
    private final Compiled compiled;
    private final BindSlot[] slots;
    private final List<Compilation.NameHint> hints;
    private final Map<String, Integer> madeNames;
    private final List<@Nullable Object[]> rows;
    private final String sql;

    PrintedSql(Compilation compilation, List<? extends Map<String, ?>> parameterSets) {
        this.dialect = compilation.dialect;
        this.compiled = compilation.compiled();
        this.slots = compiled.binds();
        this.hints = List.copyOf(withoutNulls(compilation.hints));
        this.madeNames = Map.copyOf(compilation.names);
        this.rows = new ArrayList<>();
        BindParameter<?>[] binds = compilation.structure.binds();
        for (Map<String, ?> set : parameterSets.isEmpty() ? List.of(Map.<String, Object>of()) : parameterSets) {
            @Nullable Object[] row = new Object[slots.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(slots[i], binds, set);
            }
            rows.add(row);
        }
        this.sql = compiled.expand(pieces(rows.get(0)));
    }

    private static List<Compilation.NameHint> withoutNulls(List<Compilation.@Nullable NameHint> hints) {
        List<Compilation.NameHint> names = new ArrayList<>(hints.size());
        for (Compilation.NameHint hint : hints) {
            names.add(hint == null ? new Compilation.NameHint("param", false) : hint);
        }
        return names;
    }

    private static @Nullable Object value(BindSlot slot, BindParameter<?>[] binds, Map<String, ?> given) {
        String name = slot.name();
        if (name != null && given.containsKey(name)) {
            return coerced(given.get(name), slot);
        }
        if (slot.awaited() != null) {
            return slot.awaited();
        }
        if (slot.index() < 0) {
            return slot.defaultValue();
        }
        BindParameter<?> bind = binds[slot.index()];
        return bind.isRequired() ? new Awaited(Awaited.Source.PARAMETER, String.valueOf(name)) : bind.value();
    }

    private static @Nullable Object coerced(@Nullable Object value, BindSlot slot) {
        if (value == null || slot.expanding()) {
            return value;
        }
        return slot.type().coerce(value);
    }

    private Object[] pieces(@Nullable Object[] row) {
        List<Object> pieces = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].expanding()) {
                pieces.add(row[i] instanceof Collection<?> list ? list.size() : 1);
            } else if (slots[i].writer() != null) {
                pieces.add(row[i] instanceof Awaited ? "?" : slots[i].writer().apply(row[i]));
            }
        }
        return pieces.toArray();
    }

    @Override
    public String sql() {
        return switch (dialect.settings().parameterStyle()) {
            case QMARK -> sql;
            case NAMED -> namedSql();
            case FORMAT -> Placeholders.replace(doubled(sql), i -> "%s");
            case PYFORMAT -> {
                List<String> names = names();
                yield Placeholders.replace(doubled(sql), i -> "%(" + names.get(i) + ")s");
            }
        };
    }

    private static String doubled(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public List<@Nullable Object> parameters() {
        return flat(rows.get(0));
    }

    @Override
    public List<List<@Nullable Object>> batches() {
        List<List<@Nullable Object>> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(flat(row)));
        return Collections.unmodifiableList(all);
    }

    private List<@Nullable Object> flat(@Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].expanding() && row[i] instanceof Collection<?> list) {
                values.addAll(list);
            } else if (!slots[i].written()) {
                values.add(row[i]);
            }
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public String namedSql() {
        List<String> names = names();
        return Placeholders.replace(sql, i -> ":" + names.get(i));
    }

    @Override
    public Map<String, @Nullable Object> namedParameters() {
        List<String> names = names();
        List<@Nullable Object> values = parameters();
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.putIfAbsent(names.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(named);
    }

    /** One name for each mark: a slot's own, or one made of what its value is compared with. */
    private List<String> names() {
        Map<String, Integer> counters = new HashMap<>(madeNames);
        Map<Object, String> shared = new HashMap<>();
        List<String> names = new ArrayList<>();
        @Nullable Object[] row = rows.get(0);
        for (int i = 0; i < slots.length; i++) {
            BindSlot slot = slots[i];
            Compilation.NameHint hint = hints.get(i);
            Object identity = slot.index() < 0 ? slot : (Object) slot.index();
            String name = slot.name() != null
                    ? slot.name()
                    : shared.computeIfAbsent(
                            identity, k -> escaped(hint.exact() ? hint.name() : numbered(hint.name(), counters)));
            int size = slot.expanding() && row[i] instanceof Collection<?> list ? list.size() : -1;
            if (size < 0 && !slot.written()) {
                names.add(name);
            }
            for (int n = 1; n <= size; n++) {
                names.add(name + "_" + n);
            }
        }
        return names;
    }

    private static String numbered(String hint, Map<String, Integer> counters) {
        String stem = hint.replaceAll("[%() $]+", "_").replaceAll("^_+|_+$", "");
        return stem + "_" + counters.merge(stem, 1, Integer::sum);
    }

    /** A name without the characters that would end it, or begin another parameter. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int place = "%():.[] ".indexOf(c);
            text.append(place < 0 ? c : "PAZC____".charAt(place));
        }
        return text.toString();
    }

    @Override
    public String inlined() {
        List<@Nullable Object> values = parameters();
        List<Type<?>> types = types();
        return Placeholders.replace(sql, i -> literal(values.get(i), types.get(i)));
    }

    private String literal(@Nullable Object value, Type<?> type) {
        if (value instanceof Awaited awaited) {
            throw new ArgumentException(
                    "ALU-0190",
                    "a value is known at execution only and can't be written as a literal; where: parameter "
                            + awaited.name() + " of " + sql + "; what to do: give it when you compile");
        }
        return dialect.literal(value, type);
    }

    private List<Type<?>> types() {
        List<Type<?>> types = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            int marks = slots[i].expanding() && rows.get(0)[i] instanceof Collection<?> list ? list.size() : 1;
            for (int n = 0; n < marks && !slots[i].written(); n++) {
                types.add(slots[i].type());
            }
        }
        return types;
    }

    @Override
    public List<ResultField> columns() {
        return Arrays.stream(compiled.columns())
                .map(column -> new ResultField(column.name(), column.type() == null ? Types.UNKNOWN : column.type()))
                .toList();
    }

    @Override
    public List<@Nullable Object> boundParameters() {
        List<@Nullable Object> bound = new ArrayList<>();
        @Nullable Object[] row = rows.get(0);
        for (int i = 0; i < slots.length; i++) {
            Collection<?> values = slots[i].expanding() && row[i] instanceof Collection<?> list
                    ? list
                    : Collections.singletonList(row[i]);
            for (Object value : slots[i].written() ? List.of() : values) {
                bound.add(value instanceof Awaited ? value : BoundValue.of(slots[i].handler(), value));
            }
        }
        return Collections.unmodifiableList(bound);
    }

    @Override
    public String toString() {
        return sql;
    }
}
