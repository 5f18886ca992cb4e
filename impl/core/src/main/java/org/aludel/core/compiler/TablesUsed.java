package org.aludel.core.compiler;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a compiled statement names, for who keeps answers until a table is written to. Names are those of the
 * database in small letters, behind the schema if there is one.
 */
public final class TablesUsed {

    private final Set<String> named;
    private final Set<Table> written;
    private final boolean opaque;
    private final boolean deletes;
    private volatile @Nullable Set<String> affected;

    /**
     * @param opaque whether text of the program stands in the statement, which may name others
     * @param deletes whether rows are deleted
     */
    TablesUsed(Collection<Table> named, Collection<Table> written, boolean opaque, boolean deletes) {
        Set<String> names = new LinkedHashSet<>();
        for (Table table : named) {
            names.add(nameOf(table));
        }
        this.named = Set.copyOf(names);
        this.written = Set.copyOf(written);
        this.opaque = opaque;
        this.deletes = deletes;
    }

    private static String nameOf(Table table) {
        String name = table.schema() == null ? table.name() : table.schema() + "." + table.name();
        return name.toLowerCase(Locale.ROOT);
    }

    /** All tables that the statement names. */
    public Set<String> named() {
        return named;
    }

    /** Whether text of the program may name others. */
    public boolean isOpaque() {
        return opaque;
    }

    /** Whether it writes to a table. */
    public boolean writes() {
        return !written.isEmpty();
    }

    /** The tables that it writes to, and those that foreign keys make the database write to along. */
    public Set<String> affected() {
        Set<String> known = affected;
        if (known == null) {
            known = new LinkedHashSet<>();
            Deque<Table> waiting = new ArrayDeque<>(written);
            while (!waiting.isEmpty()) {
                Table table = waiting.remove();
                if (known.add(nameOf(table))) {
                    waiting.addAll(following(table));
                }
            }
            affected = known;
        }
        return known;
    }

    private Set<Table> following(Table table) {
        Set<Table> following = new LinkedHashSet<>();
        for (Table other : table.metaData().tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean follows = acts(key.onUpdate()) || deletes && acts(key.onDelete());
                if (follows && refersTo(key, table)) {
                    following.add(other);
                }
            }
        }
        return following;
    }

    /** By name: the key of a table that is not used may lead to one that is not defined. */
    private static boolean refersTo(ForeignKey key, Table table) {
        String referred = key.referredTableName().toLowerCase(Locale.ROOT);
        String name = table.name().toLowerCase(Locale.ROOT);
        return referred.equals(name) || referred.endsWith("." + name);
    }

    private static boolean acts(@Nullable ForeignKeyAction action) {
        return action == ForeignKeyAction.CASCADE
                || action == ForeignKeyAction.SET_NULL
                || action == ForeignKeyAction.SET_DEFAULT;
    }
}
