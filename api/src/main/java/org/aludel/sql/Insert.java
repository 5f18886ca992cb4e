package org.aludel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.sql.tree.ConflictClause;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * INSERT, and with {@link #onConflict(String...)} the upsert. Columns come from what is set here and from the names of
 * the parameters given at execution, which go before what is set here; defaults of other columns are added.
 *
 * <pre>{@code
 * users.insert().set(name, "ed")
 * users.insert().values(List.of(params("name", "ed"), params("name", "jack")))
 * upsert(users).set(name, "ed").onConflict("name").update(name)
 * }</pre>
 *
 * @since 0.1
 */
public final class Insert extends DmlStatement<Insert> {

    private final InsertParts parts;

    private Insert(InsertParts parts) {
        super(parts);
        this.parts = parts;
    }

    @Override
    Insert with(DmlParts changed) {
        return new Insert((InsertParts) changed);
    }

    private Insert changed(Consumer<InsertParts> change) {
        InsertParts copy = parts.copy();
        change.accept(copy);
        return new Insert(copy);
    }

    /** An insert into a table. */
    public static Insert into(Table table) {
        return new Insert(new InsertParts(table));
    }

    /** An insert into a table that changes the row of the same primary key if there is one. */
    public static Insert upsert(Table table) {
        return into(table).withConflict(new ConflictClause.Upsert(List.of(), Map.of(), null));
    }

    // ---- values

    /** Sets a column to a value. */
    public <T> Insert set(Column<T> column, @Nullable T value) {
        return assigned(column, Assignments.value(column, checked(value)));
    }

    /** Sets a column to an expression. */
    public <T> Insert set(Column<T> column, Expr<T> value) {
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets a column to NULL. */
    public Insert setNull(Column<?> column) {
        return assigned(column, Assignments.value(column, null));
    }

    /** Sets a column by key, to a value or an expression. */
    public Insert set(String key, @Nullable Object value) {
        Column<?> column = table().c(key);
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets columns, given as columns or by key; without any, a row of defaults is inserted. */
    public Insert values(Map<?, ? extends @Nullable Object> values) {
        refuseQueryOrRows();
        Map<Column<?>, Expr<?>> row = new LinkedHashMap<>(parts.rows.isEmpty() ? Map.of() : parts.rows.get(0));
        row.putAll(Assignments.of(table(), values));
        return changed(copy -> copy.rows = List.of(row));
    }

    /**
     * Sets the first columns of the table, in their order; or, if the elements are maps or lists, inserts several rows by
     * one VALUES, each given by column or in the order of the columns.
     *
     * @throws ArgumentException ALU-0113 if the rows set different columns, ALU-0172 if there are more values than columns
     */
    public Insert values(List<? extends @Nullable Object> values) {
        if (Assignments.areRows(values)) {
            return rows(Assignments.maps(table(), values));
        }
        return values(Assignments.inOrder(table(), values));
    }

    /**
     * Inserts several rows by one VALUES.
     *
     * @throws ArgumentException ALU-0113 if the rows set different columns
     */
    public Insert rows(List<? extends Map<?, ? extends @Nullable Object>> rows) {
        refuseQuery();
        List<Map<Column<?>, Expr<?>>> assigned = Assignments.rows(table(), rows);
        return changed(copy -> {
            copy.rows = assigned;
            copy.multiRow = true;
        });
    }

    /** Inserts the rows of a query; defaults of columns that are not named are added to it. */
    public Insert fromSelect(List<?> columns, QueryExpression query) {
        return fromSelect(columns, query, true);
    }

    /**
     * Inserts the rows of a query.
     *
     * @param columns columns or their keys, in the order of the query's columns
     * @param includeDefaults whether the defaults of other columns are added to the query
     * @throws ArgumentException ALU-0115 if values were set already
     */
    public Insert fromSelect(List<?> columns, QueryExpression query, boolean includeDefaults) {
        if (!parts.rows.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0115",
                    "an insert that sets values can't take the rows of a query too; where: insert into "
                            + table().label() + "; what to do: select the values in the query");
        }
        List<Column<?>> targets = new ArrayList<>(columns.size());
        for (Object column : columns) {
            targets.add(Assignments.column(table(), column));
        }
        return changed(copy -> {
            copy.query = query;
            copy.queryColumns = List.copyOf(targets);
            copy.queryDefaults = includeDefaults;
        });
    }

    /** Nothing is fetched before or after: no key comes back, and sequences are written into the statement. */
    public Insert inline() {
        return changed(copy -> copy.inline = true);
    }

    // ---- rows that are there already: portable

    /** Says whose uniqueness decides whether the row is there already. */
    public Insert onConflict(String... keys) {
        List<Column<?>> target = new ArrayList<>();
        for (String key : keys) {
            target.add(table().c(key));
        }
        ConflictClause.Upsert upsert = portable();
        return withConflict(new ConflictClause.Upsert(List.copyOf(target), upsert.update(), upsert.where()));
    }

    /** Says whose uniqueness decides whether the row is there already. */
    public Insert onConflict(Column<?>... columns) {
        ConflictClause.Upsert upsert = portable();
        return withConflict(new ConflictClause.Upsert(List.of(columns), upsert.update(), upsert.where()));
    }

    /** The existing row takes these columns from the new one. */
    public Insert update(Column<?>... columns) {
        Insert insert = this;
        for (Column<?> column : columns) {
            insert = insert.update(column, Sql.excluded(column));
        }
        return insert;
    }

    /**
     * The existing row takes both columns from the new one, as in {@link #update(Column...)}. To set one column to what
     * another one of the existing row has, use {@link #onConflictDoUpdate(ConflictTarget, Map)}.
     */
    public Insert update(Column<?> first, Column<?> second) {
        return update(first, Sql.excluded(first)).update(second, Sql.excluded(second));
    }

    /** The existing row gets an expression, which may use {@code Sql.excluded(column)}. */
    public Insert update(Column<?> column, Expr<?> value) {
        ConflictClause.Upsert upsert = portable();
        Map<Column<?>, Expr<?>> update = Assignments.with(upsert.update(), Assignments.own(table(), column), value);
        return withConflict(new ConflictClause.Upsert(upsert.target(), update, upsert.where()));
    }

    /** Only existing rows for which the condition holds are updated. */
    public Insert updateWhere(Expr<Boolean> condition) {
        ConflictClause.Upsert upsert = portable();
        return withConflict(new ConflictClause.Upsert(upsert.target(), upsert.update(), condition));
    }

    /** An existing row stays as it is. */
    public Insert doNothing() {
        return withConflict(new ConflictClause.Upsert(portable().target(), Map.of(), null));
    }

    // ---- rows that are there already: as single databases say it

    /** ON CONFLICT DO NOTHING of PostgreSQL and SQLite, whatever the conflict. */
    public Insert onConflictDoNothing() {
        return onConflictDoNothing(ConflictTarget.ANY);
    }

    /** ON CONFLICT ... DO NOTHING of PostgreSQL and SQLite. */
    public Insert onConflictDoNothing(ConflictTarget target) {
        return withConflict(new ConflictClause.OnConflict(target.of(table()), Map.of(), null));
    }

    /**
     * ON CONFLICT ... DO UPDATE of PostgreSQL and SQLite.
     *
     * @param set what the existing row gets, by column or key; expressions may use {@code Sql.excluded(column)}
     * @throws ArgumentException ALU-0173 if nothing is set
     */
    public Insert onConflictDoUpdate(ConflictTarget target, Map<?, ? extends @Nullable Object> set) {
        return withConflict(new ConflictClause.OnConflict(target.of(table()), existing(set), null));
    }

    /** ON CONFLICT ... DO UPDATE of PostgreSQL and SQLite for existing rows for which a condition holds. */
    public Insert onConflictDoUpdate(
            ConflictTarget target, Map<?, ? extends @Nullable Object> set, Expr<Boolean> where) {
        return withConflict(new ConflictClause.OnConflict(target.of(table()), existing(set), where));
    }

    /**
     * ON DUPLICATE KEY UPDATE of MySQL and MariaDB, columns in the order of the table.
     *
     * @param set what the existing row gets, by column or key; expressions may use {@code Sql.excluded(column)}, which is
     *     written VALUES(column)
     * @throws ArgumentException ALU-0173 if nothing is set
     */
    public Insert onDuplicateKeyUpdate(Map<?, ? extends @Nullable Object> set) {
        return withConflict(new ConflictClause.OnDuplicateKey(existing(set), false));
    }

    /** ON DUPLICATE KEY UPDATE of MySQL and MariaDB, columns in the order given, in which MySQL evaluates them. */
    public Insert onDuplicateKeyUpdate(List<? extends Map.Entry<?, ? extends @Nullable Object>> set) {
        Map<Object, @Nullable Object> inOrder = new LinkedHashMap<>();
        for (Map.Entry<?, ? extends @Nullable Object> entry : set) {
            inOrder.put(entry.getKey(), entry.getValue());
        }
        return withConflict(new ConflictClause.OnDuplicateKey(existing(inOrder), true));
    }

    /** Every column with the value that the row to insert has for it, to give to {@link #onConflictDoUpdate}. */
    public Map<Column<?>, Expr<?>> excluded() {
        Map<Column<?>, Expr<?>> all = new LinkedHashMap<>();
        for (Column<?> column : table().columns()) {
            all.put(column, Sql.excluded(column));
        }
        return all;
    }

    private Map<Column<?>, Expr<?>> existing(Map<?, ? extends @Nullable Object> set) {
        if (set.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0173",
                    "an existing row is to be updated with nothing; where: insert into " + table().label()
                            + "; what to do: set a column, or say onConflictDoNothing");
        }
        return Assignments.of(table(), set);
    }

    private ConflictClause.Upsert portable() {
        return parts.conflict instanceof ConflictClause.Upsert upsert
                ? upsert
                : new ConflictClause.Upsert(List.of(), Map.of(), null);
    }

    private Insert withConflict(ConflictClause clause) {
        return changed(copy -> copy.conflict = clause);
    }

    private Insert assigned(Column<?> column, Expr<?> value) {
        refuseQueryOrRows();
        Map<Column<?>, Expr<?>> known = parts.rows.isEmpty() ? Map.of() : parts.rows.get(0);
        Map<Column<?>, Expr<?>> row = Assignments.with(known, Assignments.own(table(), column), value);
        return changed(copy -> copy.rows = List.of(row));
    }

    private void refuseQueryOrRows() {
        if (parts.multiRow) {
            throw new ArgumentException(
                    "ALU-0115",
                    "an insert of several rows can't set a single column; where: insert into " + table().label()
                            + "; what to do: give the column in every row");
        }
        refuseQuery();
    }

    private void refuseQuery() {
        if (parts.query != null) {
            throw new ArgumentException(
                    "ALU-0115",
                    "an insert of the rows of a query can't set values; where: insert into " + table().label()
                            + "; what to do: select the values in the query");
        }
    }

    private static @Nullable Object checked(@Nullable Object value) {
        // an expression that came through an untyped column is refused by the parameter
        return value instanceof Expr<?> || value instanceof QueryExpression
                ? BindParameter.of(Types.UNKNOWN, value)
                : value;
    }

    // ---- what it is

    /** Columns and values of each row; empty if all come from the parameters given at execution. */
    public List<Map<Column<?>, Expr<?>>> rows() {
        return parts.rows;
    }

    /** Whether rows were given as a list, which one VALUES writes. */
    public boolean isMultiRow() {
        return parts.multiRow;
    }

    /** The query whose rows are inserted; null if there is none. */
    public @Nullable QueryExpression query() {
        return parts.query;
    }

    /** Columns that the query fills. */
    public List<Column<?>> queryColumns() {
        return parts.queryColumns;
    }

    /** Whether defaults of other columns are added to the query. */
    public boolean includesDefaults() {
        return parts.queryDefaults;
    }

    /** Whether nothing is fetched before or after. */
    public boolean isInline() {
        return parts.inline;
    }

    /** Whether something was said about rows that are there already. */
    public boolean isUpsert() {
        return parts.conflict != null;
    }

    /** What happens to existing rows; null if nothing was said. */
    public @Nullable ConflictClause conflict() {
        return parts.conflict;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitInsert(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        for (Map<Column<?>, Expr<?>> row : parts.rows) {
            row.values().forEach(action);
        }
        if (parts.query != null) {
            action.accept(parts.query);
        }
        if (parts.conflict != null) {
            action.accept(parts.conflict);
        }
        forEachCommonChild(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writeCommonAtoms(writer);
        writer.atom(parts.rows.size());
        writer.atom(parts.multiRow);
        if (!parts.rows.isEmpty()) {
            writer.atom(List.copyOf(parts.rows.get(0).keySet()));
        }
        writer.atom(parts.queryColumns);
        writer.atom(parts.queryDefaults);
        writer.atom(parts.inline);
        writer.atom(parts.conflict == null);
    }
}
