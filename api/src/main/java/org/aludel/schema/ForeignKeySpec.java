package org.aludel.schema;

import java.util.Arrays;
import java.util.List;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a foreign key of several columns: {@code foreignKey("a", "b").references("t.a", "t.b")}.
 *
 * @param columns keys of the referring columns
 * @since 0.1
 */
public record ForeignKeySpec(List<String> columns) {

    /**
     * A whole foreign key, for the definition of a table.
     *
     * @param columns keys of the referring columns
     * @param targets referred columns as {@code table.column}
     * @param referred the referred columns themselves; null if only their names are given
     * @since 0.1
     */
    public record Referring(
            List<String> columns,
            List<String> targets,
            @Nullable List<Column<?>> referred,
            ForeignKeyOption option) implements TableItem {

        /** The same with options. */
        public Referring with(ForeignKeyOption... options) {
            ForeignKeyOption[] all = new ForeignKeyOption[options.length + 1];
            all[0] = option;
            System.arraycopy(options, 0, all, 1, options.length);
            return new Referring(columns, targets, referred, ForeignKeyOption.merged(all));
        }
    }

    /**
     * Names the referred columns, in the order of the referring ones.
     *
     * @throws ArgumentException ALU-0117 if their numbers differ
     */
    public Referring references(String... targets) {
        return referring(List.of(targets), null);
    }

    /**
     * Names the referred columns, in the order of the referring ones.
     *
     * @throws ArgumentException ALU-0117 if their numbers differ
     */
    public Referring references(Column<?>... targets) {
        return referring(Arrays.stream(targets).map(Column::toString).toList(), List.of(targets));
    }

    private Referring referring(List<String> targets, @Nullable List<Column<?>> referred) {
        if (targets.size() != columns.size()) {
            throw new ArgumentException(
                    "ALU-0117",
                    "a foreign key needs as many referred as referring columns; where: " + columns + " to " + targets
                            + "; what to do: name one target for each");
        }
        return new Referring(columns, targets, referred, ForeignKeyOption.merged());
    }
}
