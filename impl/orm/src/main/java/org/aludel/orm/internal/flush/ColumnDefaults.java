package org.aludel.orm.internal.flush;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.aludel.engine.Connection;
import org.aludel.engine.DefaultContext;
import org.aludel.orm.internal.mapping.ColumnAttribute;
import org.aludel.schema.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** Values that the program gives to columns whose objects have none, taken in the flush so that the objects have them too. */
final class ColumnDefaults {

    private final Supplier<? extends Connection> connection;

    ColumnDefaults(Supplier<? extends Connection> connection) {
        this.connection = connection;
    }

    /** Whether a default is a value, and not an expression of the statement. */
    static boolean isValue(@Nullable ColumnDefault given) {
        return given != null && !(given instanceof ColumnDefault.Expression);
    }

    /**
     * The value that a default gives to a row; null for none.
     *
     * @param row the values that are known so far, by column
     */
    @Nullable
    Object value(@Nullable ColumnDefault given, EntityTable entity, @Nullable Object[] row) {
        if (given instanceof ColumnDefault.Value constant) {
            return constant.value();
        }
        if (given instanceof ColumnDefault.Computed computed) {
            return computed.supplier().get();
        }
        if (given instanceof ColumnDefault.Contextual contextual) {
            return contextual.function().apply(new RowContext(entity, row));
        }
        return null;
    }

    /** The row as a default of the program sees it. */
    private final class RowContext implements DefaultContext {

        private final EntityTable entity;
        private final @Nullable Object[] row;

        RowContext(EntityTable entity, @Nullable Object[] row) {
            this.entity = entity;
            this.row = row;
        }

        @Override
        public Map<String, @Nullable Object> currentParameters() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int column = 0; column < row.length; column++) {
                ColumnAttribute attribute = entity.attributes[column];
                Object value = row[column];
                if (attribute != null
                        && value != null
                        && value != RowOperation.UNKNOWN
                        && !(value instanceof RowOperation)) {
                    values.put(attribute.column().key(), value);
                }
            }
            return Collections.unmodifiableMap(values);
        }

        @Override
        public Connection connection() {
            return connection.get();
        }
    }
}
