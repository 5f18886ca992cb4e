package org.aludel.sql;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.aludel.errors.ArgumentException;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE. Columns come from what is set here and from the names of the parameters given at execution, which go before
 * what is set here; columns with a default for updates are added. Other tables may be used where the database can.
 *
 * <pre>{@code
 * users.update().where(id.eq(5)).set(name, "ed")
 * users.update().where(id.eq(orders.c("user_id"))).set(vip, true)      // UPDATE ... FROM, or UPDATE of two tables
 * }</pre>
 *
 * @since 0.1
 */
public final class Update extends DmlStatement<Update> {

    private final UpdateParts parts;

    private Update(UpdateParts parts) {
        super(parts);
        this.parts = parts;
    }

    @Override
    Update with(DmlParts changed) {
        return new Update((UpdateParts) changed);
    }

    private Update changed(Consumer<UpdateParts> change) {
        UpdateParts copy = parts.copy();
        change.accept(copy);
        return new Update(copy);
    }

    /** An update of a table. */
    public static Update of(Table table) {
        return new Update(new UpdateParts(table));
    }

    /**
     * An update of a table under another name.
     *
     * @throws ArgumentException ALU-0171 if it is no alias of a table
     */
    public static Update of(TableAlias alias) {
        tableOf(alias);
        return new Update(new UpdateParts(alias));
    }

    /** Sets a column to a value. */
    public <T> Update set(Column<T> column, @Nullable T value) {
        Object checked = value instanceof Expr<?> || value instanceof QueryExpression
                ? BindParameter.of(Types.UNKNOWN, value)
                : value;
        return assigned(column, Assignments.value(column, checked));
    }

    /** Sets a column to an expression. */
    public <T> Update set(Column<T> column, Expr<T> value) {
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets a column to NULL. */
    public Update setNull(Column<?> column) {
        return assigned(column, Assignments.value(column, null));
    }

    /** Sets a column by key, to a value or an expression. */
    public Update set(String key, @Nullable Object value) {
        Column<?> column = table().c(key);
        return assigned(column, Assignments.value(column, value));
    }

    /** Sets columns, given as columns or by key; columns of other tables too, where the database can change them. */
    public Update values(Map<?, ? extends @Nullable Object> values) {
        Update update = this;
        for (Map.Entry<?, ? extends @Nullable Object> entry : values.entrySet()) {
            Column<?> column = entry.getKey() instanceof Column<?> given && given.owner() instanceof Table
                    ? given
                    : Assignments.column(table(), entry.getKey());
            Expr<?> value = Assignments.value(column, entry.getValue());
            update = update.changed(copy -> copy.assignments = Assignments.with(copy.assignments, column, value));
        }
        return update;
    }

    /**
     * Sets the first columns of the table, in their order.
     *
     * @throws ArgumentException ALU-0172 if there are more values than columns
     */
    public Update values(List<? extends @Nullable Object> values) {
        return values(Assignments.inOrder(table(), values));
    }

    /**
     * Sets columns in the order of the map, for databases that look at changed columns while they change others.
     *
     * @throws ArgumentException ALU-0174 if something was set already
     */
    public Update orderedValues(Map<?, ? extends @Nullable Object> values) {
        if (!parts.assignments.isEmpty()) {
            throw new ArgumentException(
                    "ALU-0174",
                    "an update that keeps the order of its values was given others before; where: update of "
                            + table().label() + "; what to do: give all of them to one orderedValues(...)");
        }
        return values(values).changed(copy -> copy.inOrder = true);
    }

    /** Other tables to take values from, where the database can. */
    public Update from(FromItem... items) {
        return changed(copy -> copy.froms = appended(copy.froms, List.of(items)));
    }

    /** Adds conditions, joined by AND. */
    public Update where(Condition... conditions) {
        return changed(copy -> copy.where = appended(copy.where, List.of(conditions)));
    }

    /** Adds a condition that is any boolean expression. */
    public Update where(Expr<Boolean> condition) {
        return changed(copy -> copy.where = appended(copy.where, List.of(condition)));
    }

    private Update assigned(Column<?> column, Expr<?> value) {
        boolean other = column.owner() != table() && parts.froms.contains(column.owner());
        Column<?> target = other ? column : Assignments.own(table(), column);
        return changed(copy -> copy.assignments = Assignments.with(copy.assignments, target, value));
    }

    /** Columns and what they get, in the order given. */
    public Map<Column<?>, Expr<?>> assignments() {
        return parts.assignments;
    }

    /** Whether columns are set in the order given, not in that of the table. */
    public boolean isInOrder() {
        return parts.inOrder;
    }

    /** Tables to take values from that were given. */
    public List<FromItem> froms() {
        return parts.froms;
    }

    /** Conditions, joined by AND. */
    public List<Expr<Boolean>> where() {
        return parts.where;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitUpdate(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        parts.assignments.values().forEach(action);
        parts.froms.forEach(action);
        parts.where.forEach(action);
        forEachCommonChild(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writeCommonAtoms(writer);
        writer.atom(List.copyOf(parts.assignments.keySet()));
        writer.atom(parts.inOrder);
        writer.atom(parts.froms.size());
        writer.atom(parts.where.size());
    }
}
