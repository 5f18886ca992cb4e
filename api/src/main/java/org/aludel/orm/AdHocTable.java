package org.aludel.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.aludel.engine.Row;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.MultipleResultsException;
import org.aludel.errors.NoResultException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.BindParameter;
import org.aludel.sql.Condition;
import org.aludel.sql.Delete;
import org.aludel.sql.Expr;
import org.aludel.sql.Ordering;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;
import org.aludel.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * A table in {@link AdHoc} work, or some of its rows: steps return another one and leave this as it is.
 *
 * <pre>{@code
 * List<AdHocRow> found = db.table("Album").filterBy("ArtistId", 1).orderBy("Title").limit(10).all();
 * long changed = db.table("Track").filter(price.gt(1)).update(Map.of("UnitPrice", 1));
 * }</pre>
 *
 * @since 0.1
 */
public final class AdHocTable {

    private final AdHoc db;
    private final Table table;
    private final List<Column<?>> key;
    private final List<Expr<Boolean>> conditions;
    private final Select select;

    AdHocTable(AdHoc db, Table table, List<Column<?>> key) {
        this(db, table, key, List.of(), Sql.select(table));
    }

    private AdHocTable(AdHoc db, Table table, List<Column<?>> key, List<Expr<Boolean>> conditions, Select select) {
        this.db = db;
        this.table = table;
        this.key = key;
        this.conditions = conditions;
        this.select = select;
    }

    /** The table as it was found, for conditions and statements. */
    public Table table() {
        return table;
    }

    /** A column by its name. */
    public Column<?> c(String name) {
        return AdHoc.column(table, name);
    }

    List<Column<?>> key() {
        return key;
    }

    // ---- which rows

    /** Rows that meet conditions too. */
    public AdHocTable filter(Condition... more) {
        AdHocTable narrowed = this;
        for (Condition condition : more) {
            narrowed = narrowed.filter((Expr<Boolean>) condition);
        }
        return narrowed;
    }

    /** Rows that meet a condition too. */
    public AdHocTable filter(Expr<Boolean> condition) {
        List<Expr<Boolean>> all = new ArrayList<>(conditions);
        all.add(condition);
        return new AdHocTable(db, table, key, all, select.where(condition));
    }

    /** Rows that have a value in a column, or one of a collection of values; null finds rows without one. */
    public AdHocTable filterBy(String column, @Nullable Object value) {
        return filter(is(c(column), value));
    }

    /** Orders the rows by columns; those given later decide between rows that are equal in the earlier ones. */
    public AdHocTable orderBy(String... columns) {
        return orderBy(Arrays.stream(columns).map(this::c).toArray(Ordering[]::new));
    }

    /** Orders the rows. */
    public AdHocTable orderBy(Ordering... order) {
        return with(s -> s.orderBy(order));
    }

    /** At most so many rows. */
    public AdHocTable limit(long rows) {
        return with(s -> s.limit(rows));
    }

    /** Without the first rows. */
    public AdHocTable offset(long rows) {
        return with(s -> s.offset(rows));
    }

    private AdHocTable with(UnaryOperator<Select> step) {
        return new AdHocTable(db, table, key, conditions, step.apply(select));
    }

    // ---- reading

    /** The row of a key, of each part in order; null if there is none. No SQL if it is known already. */
    public @Nullable AdHocRow get(Object... values) {
        if (values.length != key.size()) {
            throw new InvalidRequestException(
                    "ALU-0768",
                    "a key of " + values.length + " values was given; where: table " + table.fullName()
                            + ", whose key is " + key.stream().map(Column::name).toList()
                            + "; what to do: give a value for each");
        }
        AdHocRow known = db.known(this, Arrays.asList(values));
        return known != null && known.isUsable() ? known : find(Arrays.asList(values));
    }

    /** Reads the row of a key. */
    @Nullable
    AdHocRow find(List<? extends @Nullable Object> values) {
        Select one = Sql.select(table);
        for (Expr<Boolean> condition : keyed(values)) {
            one = one.where(condition);
        }
        Row row = db.execute(one).first();
        return row == null ? null : db.row(this, row);
    }

    List<Expr<Boolean>> keyed(List<? extends @Nullable Object> values) {
        List<Expr<Boolean>> found = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            found.add(is(key.get(i), values.get(i)));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static <T> Expr<Boolean> is(Column<T> column, @Nullable Object value) {
        if (value == null) {
            return column.isNull();
        }
        return value instanceof Collection<?> several
                ? column.in((Collection<? extends T>) several)
                : column.eq(BindParameter.of(column.type(), value));
    }

    /** All rows. */
    public List<AdHocRow> all() {
        List<AdHocRow> found = new ArrayList<>();
        db.execute(select).forEach(row -> found.add(db.row(this, row)));
        return found;
    }

    /** The first row, or null. */
    public @Nullable AdHocRow first() {
        Row row = db.execute(select.isLimited() ? select : select.limit(1)).first();
        return row == null ? null : db.row(this, row);
    }

    /**
     * The only row.
     *
     * @throws NoResultException ALU-0706 if there is none
     * @throws MultipleResultsException ALU-0707 if there are more
     */
    public AdHocRow one() {
        List<AdHocRow> found = all();
        if (found.isEmpty()) {
            throw new NoResultException(
                    "ALU-0706", "no row where one is expected; where: " + this + "; what to do: use first()");
        }
        if (found.size() > 1) {
            throw new MultipleResultsException(
                    "ALU-0707",
                    found.size() + " rows where one is expected; where: " + this
                            + "; what to do: add conditions, or use first() or all()");
        }
        return found.get(0);
    }

    /** How many rows there are. */
    public long count() {
        Long count = db.execute(Sql.select(Sql.count()).from(select.subquery("counted")))
                .scalar(Long.class);
        return count == null ? 0 : count;
    }

    // ---- writing

    /**
     * Inserts a row, at once.
     *
     * @param values by names of columns; the database fills in the rest
     * @return the row with its key; other columns are read when they are asked for
     */
    public AdHocRow insert(Map<String, ? extends @Nullable Object> values) {
        Map<Column<?>, @Nullable Object> named = named(values);
        db.flush();
        Row inserted = db.connection().execute(table.insert().values(named)).insertedPrimaryKey();
        List<Column<?>> declared = table.primaryKey();
        List<@Nullable Object> made = new ArrayList<>();
        for (Column<?> column : key) {
            int place = declared.indexOf(column);
            made.add(named.containsKey(column) ? named.get(column) : place < 0 ? null : inserted.get(place));
        }
        return db.inserted(this, made);
    }

    /** Updates all of these rows by one statement; rows that are known are read anew when they are used. */
    public long update(Map<String, ? extends @Nullable Object> values) {
        requirePlain("update");
        Update update = table.update().values(named(values));
        for (Expr<Boolean> condition : conditions) {
            update = update.where(condition);
        }
        long count = db.execute(update).rowCount();
        db.changed(table);
        return count;
    }

    /** Deletes all of these rows by one statement. */
    public long delete() {
        requirePlain("delete");
        Delete delete = table.delete();
        for (Expr<Boolean> condition : conditions) {
            delete = delete.where(condition);
        }
        long count = db.execute(delete).rowCount();
        db.changed(table);
        return count;
    }

    private void requirePlain(String what) {
        if (select.isLimited() || select.offset() != null) {
            throw new InvalidRequestException(
                    "ALU-0769",
                    "a part of the rows by number can't be written by one statement; where: " + what + " of " + this
                            + "; what to do: narrow them by conditions, or change the rows of all()");
        }
    }

    Map<Column<?>, @Nullable Object> named(Map<String, ? extends @Nullable Object> values) {
        Map<Column<?>, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(c(name), value));
        return named;
    }

    @Override
    public String toString() {
        return "AdHoc table " + table.fullName() + (conditions.isEmpty() ? "" : " where " + conditions);
    }
}
