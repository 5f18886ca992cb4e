package org.aludel.core.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.compiler.InsertPlan;
import org.aludel.core.compiler.InsertPlan.KeyPart;
import org.aludel.core.compiler.ResultColumn;
import org.aludel.core.types.TypeHandler;
import org.aludel.engine.Row;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** The primary key of the one row that an INSERT wrote: what was given, and what the database generated. */
final class InsertedKey {

    private final InsertPlan insert;
    private final @Nullable Object[] slotValues;
    private @Nullable Object @Nullable [] returned;
    private int rows;

    InsertedKey(InsertPlan insert, @Nullable Object[] slotValues) {
        this.insert = insert;
        this.slotValues = slotValues;
    }

    /**
     * The key as a row.
     *
     * @param inRows whether the statement itself gave rows, so that generated keys are in these
     * @return null where there is no key, it is not known, or several rows were written
     */
    @Nullable
    Row read(PreparedStatement executed, boolean inRows) throws SQLException {
        if (inRows) {
            readReturned(executed.getResultSet());
        } else if (insert.retrieval() == InsertPlan.Retrieval.GENERATED_KEYS) {
            readReturned(executed.getGeneratedKeys());
        }
        if (insert.primaryKey().isEmpty() || rows > 1) {
            return null;
        }
        @Nullable Object[] key = new Object[insert.primaryKey().size()];
        for (int i = 0; i < key.length; i++) {
            KeyPart part = insert.primaryKey().get(i);
            if (part.slot() >= 0) {
                key[i] = slotValues[part.slot()];
            } else if (part.position() >= 0 && returned != null) {
                key[i] = returned[part.position()];
            } else {
                return null;
            }
        }
        List<Column<?>> columns =
                insert.primaryKey().stream().<Column<?>>map(KeyPart::column).toList();
        return new ArrayRow(new RowHeader(columns.stream().map(Column::name).toList(), columns.toArray()), key);
    }

    /** How many rows came back. */
    int rows() {
        return rows;
    }

    private void readReturned(@Nullable ResultSet cursor) throws SQLException {
        if (cursor == null) {
            return;
        }
        try (cursor) {
            ResultColumn[] columns = insert.returned();
            while (cursor.next()) {
                if (rows++ > 0) {
                    continue;
                }
                @Nullable Object[] first = new Object[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    TypeHandler<?> handler = columns[i].handler();
                    first[i] = handler == null ? cursor.getObject(i + 1) : handler.read(cursor, i + 1);
                }
                returned = first;
            }
        }
    }
}
