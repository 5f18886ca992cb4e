package org.aludel.orm.internal.mapping;

import org.aludel.schema.ForeignKeyAction;
import org.aludel.schema.Table;

/**
 * A foreign key of a mapped table to another mapped table, as row operations have to respect it.
 *
 * @param owner mapper of the referring rows
 * @param local attributes of the referring columns
 * @param target mapper of the rows referred to
 * @param remote attributes of the columns referred to, position by position
 * @param nullable whether all referring columns may be null
 * @param deferrable whether the database can check it at the end of the transaction
 * @param onDelete what the database does when the row referred to goes
 */
public record ForeignKeyEdge(
        EntityMapper owner,
        ColumnAttribute[] local,
        EntityMapper target,
        ColumnAttribute[] remote,
        boolean nullable,
        boolean deferrable,
        ForeignKeyAction onDelete) {

    /** The table referred to. */
    public Table remoteTable() {
        return target.table();
    }

    /** Whether rows of a table refer to rows of the same table. */
    public boolean isSelfReferential() {
        return owner.table() == target.table();
    }

    @Override
    public String toString() {
        return owner.table().name() + " -> " + target.table().name();
    }
}
