package org.aludel.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.engine.Row;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.StaleDataException;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table in {@link AdHoc} work. Its columns are read and set by name, in any case if no two names differ in case
 * alone; those that were set, and only those, are written together.
 *
 * @since 0.1
 */
public final class AdHocRow {

    private final AdHoc db;
    private final AdHocTable table;
    private List<@Nullable Object> key;
    private @Nullable Map<Column<?>, @Nullable Object> values;
    private final Map<Column<?>, @Nullable Object> changed = new LinkedHashMap<>();
    private boolean deleted;

    AdHocRow(AdHoc db, AdHocTable table, List<? extends @Nullable Object> key) {
        this.db = db;
        this.table = table;
        this.key = new ArrayList<>(key);
    }

    /** The table that the row is in. */
    public AdHocTable table() {
        return table;
    }

    /** The values of the key's columns. */
    public List<@Nullable Object> key() {
        return Collections.unmodifiableList(key);
    }

    /** The value of a column. */
    public @Nullable Object get(String column) {
        Column<?> wanted = table.c(column);
        return changed.containsKey(wanted) ? changed.get(wanted) : loaded().get(wanted);
    }

    /** The value of a column, which is of a class. */
    public <T> @Nullable T get(String column, Class<T> type) {
        return type.cast(get(column));
    }

    /** Sets a column; it is written before the next query, or by the commit. */
    public AdHocRow set(String column, @Nullable Object value) {
        Column<?> wanted = table.c(column);
        Map<Column<?>, @Nullable Object> known = loaded();
        if (Objects.equals(known.get(wanted), value)) {
            changed.remove(wanted);
        } else {
            changed.put(wanted, value);
            db.modified(this);
        }
        return this;
    }

    /** All columns by name. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        table.table().columns().forEach(column -> all.put(column.name(), get(column.name())));
        return all;
    }

    /** Whether columns were set that are not written yet. */
    public boolean isModified() {
        return !changed.isEmpty();
    }

    // ---- along foreign keys

    /**
     * The row that this one refers to; null if it refers to none.
     *
     * @param name the table referred to, or a column of the foreign key where several lead there
     */
    public @Nullable AdHocRow parent(String name) {
        ForeignKey link = link(table, name, null);
        List<@Nullable Object> wanted = new ArrayList<>();
        for (Column<?> column : link.columns()) {
            wanted.add(get(column.name()));
        }
        if (wanted.contains(null)) {
            return null;
        }
        AdHocTable far = db.table(link.referredTableName());
        return link.referredColumns().equals(far.key())
                ? far.get(wanted.toArray())
                : matching(far, link.referredColumns(), wanted).first();
    }

    /**
     * The rows of another table that refer to this one.
     *
     * @param name the table that has the foreign key
     */
    public List<AdHocRow> children(String name) {
        return referring(name, null).all();
    }

    /**
     * The rows of another table that refer to this one, to be narrowed and ordered.
     *
     * @param name the table that has the foreign key
     * @param column a column of the foreign key, where several lead here
     */
    public AdHocTable referring(String name, @Nullable String column) {
        AdHocTable far = db.table(name);
        ForeignKey link = link(far, column == null ? table.table().name() : column, table);
        List<@Nullable Object> wanted = new ArrayList<>();
        for (Column<?> referred : link.referredColumns()) {
            wanted.add(get(referred.name()));
        }
        return matching(far, link.columns(), wanted);
    }

    private static AdHocTable matching(AdHocTable far, List<Column<?>> columns, List<@Nullable Object> wanted) {
        AdHocTable found = far;
        for (int i = 0; i < wanted.size(); i++) {
            found = found.filter(AdHocTable.is(columns.get(i), wanted.get(i)));
        }
        return found;
    }

    /** The one foreign key of a table that a name is about: of the table it leads to, or of one of its columns. */
    private ForeignKey link(AdHocTable from, String name, @Nullable AdHocTable to) {
        List<ForeignKey> found = new ArrayList<>();
        for (ForeignKey each : from.table().foreignKeys()) {
            String target = each.referredTableName();
            String plain = target.substring(target.lastIndexOf('.') + 1);
            boolean leads = target.equalsIgnoreCase(name) || plain.equalsIgnoreCase(name);
            boolean has =
                    each.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
            if ((leads || has) && (to == null || db.table(target).table() == to.table())) {
                found.add(each);
            }
        }
        if (found.size() == 1) {
            db.table(found.get(0).referredTableName()); // so that its columns are known
            return found.get(0);
        }
        throw new InvalidRequestException(
                "ALU-0770",
                (found.isEmpty() ? "no foreign key" : "more than one foreign key") + " of table "
                        + from.table().fullName() + " fits " + name + "; where: " + this + ", whose table has "
                        + from.table().foreignKeys() + "; what to do: "
                        + (found.isEmpty() ? "name the table it leads to" : "name a column of the one that is meant"));
    }

    // ---- the row as a whole

    /** Deletes the row, at once. */
    public void delete() {
        changed.clear();
        db.flush();
        Delete delete = table.table().delete();
        for (Expr<Boolean> condition : table.keyed(key)) {
            delete = delete.where(condition);
        }
        requireOne(db.execute(delete).rowCount(), "deleted");
        deleted = true;
        values = null;
    }

    /** Drops what was set, and reads the columns anew. */
    public void refresh() {
        forget();
        loaded();
    }

    /** Writes what was set. */
    void write() {
        if (changed.isEmpty() || deleted) {
            return;
        }
        Update update = table.table().update().values(new LinkedHashMap<>(changed));
        for (Expr<Boolean> condition : table.keyed(key)) {
            update = update.where(condition);
        }
        requireOne(db.connection().execute(update).rowCount(), "updated");
        List<@Nullable Object> after = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Column<?> column = table.key().get(i);
            after.add(changed.containsKey(column) ? changed.get(column) : key.get(i));
        }
        if (!after.equals(key)) {
            db.rekeyed(this, key, after);
            key = after;
        }
        changed.clear();
        values = null; // the database may have changed more than was said
    }

    private void requireOne(long count, String what) {
        if (count != 1) {
            throw new StaleDataException(
                    "ALU-0771",
                    count + " rows were " + what
                            + " where there should be one: someone else changed or deleted it; where: " + this
                            + "; what to do: roll back and read it again");
        }
    }

    void read(Row row) {
        if (values == null) {
            Map<Column<?>, @Nullable Object> found = new LinkedHashMap<>();
            table.table().columns().forEach(column -> found.put(column, row.get(column)));
            values = found;
        }
        deleted = false;
    }

    /** What is known is not sure any more; it is read when it is asked for. */
    void forget() {
        values = null;
        changed.clear();
        deleted = false;
    }

    /** Whether what is known of the row may be handed out without asking the database. */
    boolean isUsable() {
        return values != null && !deleted;
    }

    private Map<Column<?>, @Nullable Object> loaded() {
        db.requireOpen();
        if (values == null && !deleted) {
            table.find(key); // reads this object, if the row is there
        }
        Map<Column<?>, @Nullable Object> known = values;
        if (known == null) {
            throw new InvalidRequestException(
                    "ALU-0772",
                    "the row is not there" + (deleted ? " any more, it was deleted" : "") + "; where: " + this
                            + "; what to do: look for it with get(...), which gives null then");
        }
        return known;
    }

    @Override
    public String toString() {
        return table.table().fullName() + key + (deleted ? " (deleted)" : "");
    }
}
