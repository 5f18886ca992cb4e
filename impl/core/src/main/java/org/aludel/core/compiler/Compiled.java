package org.aludel.core.compiler;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement as one dialect executes it. Immutable and shared by threads.
 */
public final class Compiled {

    /** Kinds of statements, which are executed differently. */
    public enum Kind {
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        DDL,
        TEXT
    }

    private static final int EXPANSIONS_KEPT = 64;

    private final Kind kind;
    private final String sql;
    private final BindSlot[] binds;
    private final ResultColumn[] columns;
    private final @Nullable InsertPlan insert;
    private final Expansion[] expansions;
    private final boolean returnsRows;
    private final @Nullable RowSlots computed;
    private final TablesUsed tables;
    private final Map<List<Object>, String> expanded = new ConcurrentHashMap<>();

    /**
     * A place in the text where the list of an expanding slot is written, or the value of one that is written.
     *
     * @param empty what is written for an empty list
     */
    record Expansion(int offset, String empty) {

        /** What closes the list and makes the condition around it false, or true if it is a NOT IN. */
        static String emptyIn(boolean negated) {
            return negated ? "NULL) OR (1 = 1" : "NULL) AND (1 != 1";
        }

        Expansion moved(int by) {
            return new Expansion(offset + by, empty);
        }
    }

    Compiled(
            Kind kind,
            String sql,
            BindSlot[] binds,
            ResultColumn[] columns,
            @Nullable InsertPlan insert,
            Expansion[] expansions,
            boolean returnsRows,
            @Nullable RowSlots computed,
            TablesUsed tables) {
        this.kind = kind;
        this.sql = sql;
        this.binds = binds;
        this.columns = columns;
        this.insert = insert;
        this.expansions = expansions;
        this.returnsRows = returnsRows;
        this.computed = computed;
        this.tables = tables;
    }

    public Kind kind() {
        return kind;
    }

    /** The tables that it names and writes to. */
    public TablesUsed tables() {
        return tables;
    }

    /** Whether it is an INSERT, UPDATE or DELETE. */
    public boolean writesRows() {
        return kind == Kind.INSERT || kind == Kind.UPDATE || kind == Kind.DELETE;
    }

    /** The text, if it has no lists that expand at execution; else with one {@code ?} for each list. */
    public String sql() {
        return expansions.length == 0 ? sql : expand(marks());
    }

    private Object[] marks() {
        Object[] marks = new Object[expansions.length];
        Arrays.fill(marks, 1);
        return marks;
    }

    /** Whether the text depends on the sizes of lists. */
    public boolean isExpanding() {
        return expansions.length > 0;
    }

    /**
     * The text for these pieces: for a list its size, written with {@link #paddedSize} marks, where callers bind the last
     * element again in the places that are left; for a slot that is written into the text, the text.
     */
    public String sql(Object[] pieces) {
        Object[] padded = new Object[pieces.length];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = pieces[i] instanceof Integer size ? (Object) paddedSize(size) : pieces[i];
        }
        List<Object> key = List.of(padded);
        String text = expanded.get(key);
        if (text == null) {
            text = expand(padded);
            if (expanded.size() < EXPANSIONS_KEPT) {
                expanded.put(key, text);
            }
        }
        return text;
    }

    /** The number of marks written for a list: a power of two up to 1024, so that few texts exist. */
    public int paddedSize(int size) {
        if (size <= 2 || size > 1024) {
            return size;
        }
        int power = Integer.highestOneBit(size);
        return power == size ? size : power << 1;
    }

    /** The text for lists of exactly these sizes, and these texts. */
    String expand(Object[] pieces) {
        StringBuilder text = new StringBuilder(sql.length() + 16);
        int end = 0;
        for (int i = 0; i < expansions.length; i++) {
            Expansion expansion = expansions[i];
            text.append(sql, end, expansion.offset());
            end = expansion.offset();
            if (pieces[i] instanceof Integer size) {
                marks(text, size, expansion.empty());
            } else {
                Placeholders.append(text, String.valueOf(pieces[i]));
            }
        }
        return text.append(sql, end, sql.length()).toString();
    }

    private static void marks(StringBuilder text, int size, String empty) {
        if (size == 0) {
            text.append(empty);
        }
        for (int n = 0; n < size; n++) {
            text.append(n == 0 ? "?" : ", ?");
        }
    }

    /** One for each {@code ?}, in order; callers must not change the array. */
    public BindSlot[] binds() {
        return binds;
    }

    /** The columns of the result, empty if unknown or none; callers must not change the array. */
    public ResultColumn[] columns() {
        return columns;
    }

    /** Whether rows come back that the program asked for: a select, or RETURNING said in the statement. */
    public boolean returnsRows() {
        return returnsRows;
    }

    /** How keys come back; null for anything but an INSERT. */
    public @Nullable InsertPlan insert() {
        return insert;
    }

    /** Which slots hold what, where values are computed from other values of their row; null if none is. */
    public @Nullable RowSlots computed() {
        return computed;
    }

    @Override
    public String toString() {
        return sql();
    }
}
