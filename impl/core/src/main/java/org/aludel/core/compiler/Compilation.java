package org.aludel.core.compiler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.types.TypeHandler;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Node;
import org.aludel.sql.QuotedName;
import org.aludel.sql.Statement;
import org.aludel.sql.Structure;
import org.aludel.sql.spi.Resolver;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way to SQL: the text so far, and the plans that grow with it.
 */
public final class Compilation {

    final CoreDialect dialect;
    final Node node;
    final Structure structure;
    final @Nullable List<String> parameterNames;
    final @Nullable Resolver resolver;
    final boolean wantsKeys;
    final StringBuilder out = new StringBuilder(256);
    final List<BindSlot> slots = new ArrayList<>();
    final List<@Nullable NameHint> hints = new ArrayList<>();
    final RowSlots rowSlots = new RowSlots();
    final List<Compiled.Expansion> expansions = new ArrayList<>();
    /** What a parameter may be called; exactly so, or with a number after it. */
    record NameHint(String name, boolean exact) {}

    private final Map<BindParameter<?>, Integer> places = new IdentityHashMap<>();

    /** How many names made for this statement begin with a text. */
    final Map<String, Integer> names = new HashMap<>();

    ResultColumn[] columns = {};

    @Nullable
    InsertPlan insert;

    private final Set<Table> named = new LinkedHashSet<>();
    private final Set<Table> written = new LinkedHashSet<>();
    private boolean opaque;
    private boolean deletes;

    private @Nullable NameHint hint;

    Compiled.Kind kind = Compiled.Kind.TEXT;
    boolean returnsRows;

    /**
     * @param parameterNames names of the parameters given at execution; null to print a statement that nobody executes
     * @param wantsKeys whether an insert must tell the keys it generated
     */
    public Compilation(
            CoreDialect dialect,
            Node node,
            @Nullable List<String> parameterNames,
            @Nullable Resolver resolver,
            boolean wantsKeys) {
        this.dialect = dialect;
        this.node = node;
        this.structure =
                node instanceof Statement statement ? statement.structure() : StructureWriter.structureOf(node);
        this.parameterNames = parameterNames;
        this.resolver = resolver;
        this.wantsKeys = wantsKeys;
        BindParameter<?>[] binds = structure.binds();
        for (int i = 0; i < binds.length; i++) {
            places.put(binds[i], i);
        }
    }

    /** The dialect that compiles. */
    public CoreDialect dialect() {
        return dialect;
    }

    /** What is compiled: a statement, mostly; an expression when it is printed. */
    public Node statement() {
        return node;
    }

    /** Whether the text is made to be executed, not only to be shown. */
    public boolean isExecuted() {
        return parameterNames != null;
    }

    /** What kind of statement it turned out to be. */
    public Compiled.Kind kind() {
        return kind;
    }

    /** Names of the parameters given at execution. */
    List<String> names() {
        return parameterNames == null ? List.of() : parameterNames;
    }

    /** Names what the next parameter is compared with, or set to, in the form with names. */
    void hint(@Nullable String name) {
        hint = name == null ? null : new NameHint(QuotedName.text(name), false);
    }

    /** Names a parameter that was written already. */
    void name(int slot, @Nullable String name) {
        hints.set(slot, name == null ? null : new NameHint(name, true));
    }

    /** Adds a slot for a parameter of the statement, or for a constant that resolution brought. */
    void slot(BindParameter<?> bind, Type<?> type) {
        slot(bind, type, handler(type));
    }

    /** Adds a slot for a parameter that a handler of its own binds. */
    @SuppressWarnings("unchecked")
    void slot(BindParameter<?> bind, Type<?> type, TypeHandler<?> handler) {
        Integer place = places.get(bind);
        slot(new BindSlot(
                bind.name(),
                place == null ? -1 : place,
                type,
                (TypeHandler<Object>) handler,
                bind.isExpanding(),
                place == null ? bind::value : null));
    }

    /** Adds a slot whose value, a whole number, is written into the text at execution. */
    void writtenSlot(BindParameter<?> bind, Type<?> type) {
        writtenSlot(bind, type, value -> number(bind, value));
    }

    /** Adds a slot whose value is written into the text at execution, as a literal. */
    void literalSlot(BindParameter<?> bind, Type<?> type) {
        writtenSlot(bind, type, value -> dialect.literals().literal(value == null ? null : type.coerce(value), type));
    }

    private void writtenSlot(BindParameter<?> bind, Type<?> type, Function<@Nullable Object, String> writer) {
        slot(bind, type);
        slots.add(slots.remove(slots.size() - 1).intoText(writer));
        expansions.add(new Compiled.Expansion(out.length(), ""));
    }

    private static String number(BindParameter<?> bind, @Nullable Object value) {
        if (value instanceof Number number && number.longValue() == number.intValue()) {
            return String.valueOf(number.intValue());
        }
        throw new ArgumentException(
                "ALU-0181",
                "a number that is written into the SQL is missing or too great; where: "
                        + (bind.name() == null ? "a limit" : "parameter " + bind.name())
                        + "; what to do: give a whole number of at most " + Integer.MAX_VALUE);
    }

    /** Adds a slot. */
    void slot(BindSlot slot) {
        slots.add(slot);
        hints.add(hint);
        hint = null;
    }

    @SuppressWarnings("unchecked")
    TypeHandler<Object> handler(Type<?> type) {
        return (TypeHandler<Object>) dialect.handler(type);
    }

    /** Writes text before all that was written so far. */
    public void prefix(String text) {
        out.insert(0, text);
        expansions.replaceAll(e -> e.moved(text.length()));
    }

    /** How many parameters were written so far. */
    public int slotCount() {
        return slots.size();
    }

    /**
     * Moves what was written last, with its parameters, to the front.
     *
     * @param start where its text starts
     * @param firstSlot its first parameter, as {@link #slotCount()} told before it was written
     * @param before text before it
     * @param after text between it and all else
     */
    public void moveToFront(int start, int firstSlot, String before, String after) {
        String text = before + out.substring(start) + after;
        out.setLength(start);
        out.insert(0, text);
        expansions.replaceAll(e -> new Compiled.Expansion(
                e.offset() >= start ? e.offset() - start + before.length() : e.offset() + text.length(), e.empty()));
        expansions.sort(Comparator.comparingInt(Compiled.Expansion::offset));
        Collections.rotate(slots, slots.size() - firstSlot);
        Collections.rotate(hints, hints.size() - firstSlot);
    }

    /** A place in what was written so far. */
    record Mark(int offset, int slot, int expansion) {}

    /** Text with its parameters, taken out to be written elsewhere. */
    record Fragment(
            String text, List<BindSlot> slots, List<@Nullable NameHint> hints, List<Compiled.Expansion> expansions) {}

    /** The end of what was written so far. */
    Mark mark() {
        return new Mark(out.length(), slots.size(), expansions.size());
    }

    /** Takes out what was written since. */
    Fragment cut(Mark since) {
        String text = out.substring(since.offset());
        out.setLength(since.offset());
        List<Compiled.Expansion> moved = new ArrayList<>();
        for (Compiled.Expansion expansion : tail(expansions, since.expansion())) {
            moved.add(expansion.moved(-since.offset()));
        }
        return new Fragment(text, tail(slots, since.slot()), tail(hints, since.slot()), moved);
    }

    private static <E> List<E> tail(List<E> list, int from) {
        List<E> tail = list.subList(from, list.size());
        List<E> copy = new ArrayList<>(tail);
        tail.clear();
        return copy;
    }

    /** Writes a fragment at the end. */
    void append(Fragment fragment) {
        insert(mark(), fragment);
    }

    /** Writes a fragment somewhere before the end. */
    void insert(Mark place, Fragment fragment) {
        for (int i = place.expansion(); i < expansions.size(); i++) {
            expansions.set(i, expansions.get(i).moved(fragment.text().length()));
        }
        out.insert(place.offset(), fragment.text());
        slots.addAll(place.slot(), fragment.slots());
        hints.addAll(place.slot(), fragment.hints());
        List<Compiled.Expansion> moved = new ArrayList<>(fragment.expansions().size());
        for (Compiled.Expansion expansion : fragment.expansions()) {
            moved.add(expansion.moved(place.offset()));
        }
        expansions.addAll(place.expansion(), moved);
    }

    /** Compiles a statement inside another, which stays what it is. */
    void inside(Runnable statement) {
        Compiled.Kind outerKind = kind;
        ResultColumn[] outerColumns = columns;
        InsertPlan outerInsert = insert;
        boolean outerRows = returnsRows;
        statement.run();
        kind = outerKind;
        columns = outerColumns;
        insert = outerInsert;
        returnsRows = outerRows;
    }

    /** A table stands in the text. */
    void names(Table table) {
        named.add(table);
    }

    /** The statement writes to a table. */
    void writes(Table table, boolean deleting) {
        named.add(table);
        written.add(table);
        deletes |= deleting;
    }

    /** Text of the program stands in the statement, which may name tables. */
    void namesOthers() {
        opaque = true;
    }

    Compiled compiled() {
        rowSlots.locate(slots);
        InsertPlan placed = insert == null ? null : insert.located(rowSlots);
        return new Compiled(
                kind,
                out.toString(),
                slots.toArray(new BindSlot[0]),
                columns,
                placed,
                expansions.toArray(new Compiled.Expansion[0]),
                returnsRows,
                rowSlots.computed().isEmpty() ? null : rowSlots,
                new TablesUsed(named, written, opaque, deletes));
    }
}
