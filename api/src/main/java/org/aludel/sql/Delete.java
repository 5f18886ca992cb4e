package org.aludel.sql;

import java.util.List;
import java.util.function.Consumer;
import org.aludel.schema.Table;
import org.aludel.sql.spi.NodeVisitor;
import org.aludel.sql.spi.StructureWriter;

/**
 * DELETE. Other tables may be used where the database can.
 *
 * <pre>{@code
 * users.delete().where(id.eq(5))
 * orders.delete().where(orders.c("user_id").eq(id), vip)       // DELETE ... USING
 * }</pre>
 *
 * @since 0.1
 */
public final class Delete extends DmlStatement<Delete> {

    private final DeleteParts parts;

    private Delete(DeleteParts parts) {
        super(parts);
        this.parts = parts;
    }

    @Override
    Delete with(DmlParts changed) {
        return new Delete((DeleteParts) changed);
    }

    private Delete changed(Consumer<DeleteParts> change) {
        DeleteParts copy = parts.copy();
        change.accept(copy);
        return new Delete(copy);
    }

    /** A delete from a table. */
    public static Delete from(Table table) {
        return new Delete(new DeleteParts(table));
    }

    /**
     * A delete from a table under another name.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0171 if it is no alias of a table
     */
    public static Delete from(TableAlias alias) {
        tableOf(alias);
        return new Delete(new DeleteParts(alias));
    }

    /** Other tables that the condition uses, where the database can. */
    public Delete using(FromItem... items) {
        return changed(copy -> copy.using = appended(copy.using, List.of(items)));
    }

    /** Adds conditions, joined by AND. */
    public Delete where(Condition... conditions) {
        return changed(copy -> copy.where = appended(copy.where, List.of(conditions)));
    }

    /** Adds a condition that is any boolean expression. */
    public Delete where(Expr<Boolean> condition) {
        return changed(copy -> copy.where = appended(copy.where, List.of(condition)));
    }

    /** Other tables that were given. */
    public List<FromItem> using() {
        return parts.using;
    }

    /** Conditions, joined by AND. */
    public List<Expr<Boolean>> where() {
        return parts.where;
    }

    @Override
    public void accept(NodeVisitor visitor) {
        visitor.visitDelete(this);
    }

    @Override
    public void forEachChild(Consumer<? super Node> action) {
        parts.using.forEach(action);
        parts.where.forEach(action);
        forEachCommonChild(action);
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writeCommonAtoms(writer);
        writer.atom(parts.using.size());
        writer.atom(parts.where.size());
    }
}
