package org.aludel.dialects.custom;

import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.sql.AbstractStatement;
import org.aludel.sql.spi.CustomNode;
import org.aludel.sql.spi.StructureWriter;
import org.aludel.types.Type;

/** ALTER TABLE ... ALTER COLUMN: another type for a column. */
public final class AlterColumn extends AbstractStatement implements CustomNode {

    private final Table table;
    private final Column<?> column;
    private final Type<?> type;

    public AlterColumn(Table table, Column<?> column, Type<?> type) {
        this.table = table;
        this.column = column;
        this.type = type;
    }

    public Table table() {
        return table;
    }

    public Column<?> column() {
        return column;
    }

    public Type<?> type() {
        return type;
    }

    @Override
    public void writeAtoms(StructureWriter writer) {
        writer.atom(table);
        writer.atom(column.name());
        writer.atom(type);
    }
}
