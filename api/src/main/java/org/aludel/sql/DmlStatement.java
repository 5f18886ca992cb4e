package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Table;
import org.aludel.sql.spi.StructureWriter;
import org.jspecify.annotations.Nullable;

/**
 * What INSERT, UPDATE and DELETE have in common: the table, what comes back, and what a program adds for one database.
 *
 * @param <S> the kind of statement
 * @since 0.1
 */
public abstract sealed class DmlStatement<S extends DmlStatement<S>> extends AbstractStatement
        permits Insert, Update, Delete {

    private final DmlParts parts;

    DmlStatement(DmlParts parts) {
        this.parts = parts;
    }

    /** A statement with other parts, a copy of this one's that was changed. */
    abstract S with(DmlParts changed);

    private S changed(Consumer<DmlParts> change) {
        DmlParts copy = parts.copy();
        change.accept(copy);
        return with(copy);
    }

    /** Gives columns of the rows that were written, where the database can. */
    public final S returning(Selectable... columns) {
        return changed(copy -> copy.returning = appended(copy.returning, List.of(columns)));
    }

    /** Adds words after INSERT, UPDATE or DELETE: {@code prefixWith("OR REPLACE")}. */
    public final S prefixWith(String text) {
        return prefixWith(text, null);
    }

    /** Adds words after INSERT, UPDATE or DELETE for one dialect: {@code prefixWith("IGNORE", "mysql")}. */
    public final S prefixWith(String text, @Nullable String dialect) {
        return changed(copy -> copy.prefixes = Affix.added(copy.prefixes, text, dialect));
    }

    /** Adds a hint for the table, written where the database takes such hints: {@code withHint("WITH (PAGLOCK)")}. */
    public final S withHint(String text) {
        return withHint(text, null);
    }

    /** Adds a hint for the table for one dialect: {@code withHint("WITH (PAGLOCK)", "mssql")}. */
    public final S withHint(String text, @Nullable String dialect) {
        return changed(copy -> copy.hints = Affix.added(copy.hints, text, dialect));
    }

    /**
     * Says something that only one database knows, named with the dialect before it: {@code mysql_limit} is the number of
     * rows that MySQL updates or deletes. Other dialects pass it over.
     */
    public final S withDialectOption(String name, Object value) {
        Map<String, Object> options = new LinkedHashMap<>(parts.options);
        options.put(name, value);
        return changed(copy -> copy.options = Map.copyOf(options));
    }

    /** Adds common table expressions that the statement says though it does not use them itself. */
    public final S addCte(Cte... ctes) {
        return changed(copy -> copy.ctes = appended(copy.ctes, List.of(ctes)));
    }

    /**
     * The rows that come back, as a common table expression, on databases that change rows there.
     *
     * <pre>{@code
     * Cte moved = orders.delete().where(done).returning(orders).cte("moved");
     * archive.insert().fromSelect(columns, select(moved.columns()))
     * }</pre>
     */
    public final Cte cte(@Nullable String name) {
        return Cte.of(name, this, parts.returning);
    }

    /** As {@link #cte(String)}, under a name made when the statement is compiled. */
    public final Cte cte() {
        return cte(null);
    }

    static <T> List<T> appended(List<T> known, List<? extends T> more) {
        List<T> all = new ArrayList<>(known);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The table that is written, or the alias that stands for it in UPDATE and DELETE. */
    public final FromItem target() {
        return parts.target;
    }

    /** The table that is written. */
    public final Table table() {
        return tableOf(parts.target);
    }

    /**
     * The table that an alias stands for in the end.
     *
     * @throws ArgumentException ALU-0171 if it is no alias of a table
     */
    public static Table tableOf(FromItem target) {
        if (target instanceof Table table) {
            return table;
        }
        if (target instanceof TableAlias alias && alias.element() instanceof FromItem element) {
            return tableOf(element);
        }
        throw new ArgumentException(
                "ALU-0171",
                "only a table or an alias of one can be written; where: " + target.label()
                        + "; what to do: name the table");
    }

    /** What comes back; empty if nothing was asked for. */
    public final List<Selectable> returning() {
        return parts.returning;
    }

    /** Words after the verb. */
    public final List<Affix> prefixes() {
        return parts.prefixes;
    }

    /** Hints for the table. */
    public final List<Affix> hints() {
        return parts.hints;
    }

    /** Whether nothing was said but what is written to which table, and what comes back. */
    public final boolean isPlain() {
        return parts.target instanceof Table
                && parts.prefixes.isEmpty()
                && parts.hints.isEmpty()
                && parts.options.isEmpty()
                && parts.ctes.isEmpty();
    }

    /** What was said for one database; null if nothing was. */
    public final @Nullable Object dialectOption(String name) {
        return parts.options.get(name);
    }

    /** Gives what all these statements have; called last by each. */
    final void forEachCommonChild(Consumer<? super Node> action) {
        for (Selectable selected : parts.returning) {
            if (selected instanceof Node node) {
                action.accept(node);
            }
        }
        parts.ctes.forEach(action);
    }

    final void writeCommonAtoms(StructureWriter writer) {
        writer.from(parts.target);
        writer.atom(parts.prefixes);
        writer.atom(parts.hints);
        writer.atom(parts.options);
        writer.atom(parts.returning.size());
        writer.atom(parts.ctes.size());
    }
}
