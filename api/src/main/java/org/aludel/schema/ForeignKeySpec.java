package org.aludel.schema;

import java.util.List;
import org.aludel.errors.ArgumentException;

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
     * @since 0.1
     */
    public record Referring(List<String> columns, List<String> targets, ForeignKeyOption option) implements TableItem {

        /** The same with options. */
        public Referring with(ForeignKeyOption... options) {
            ForeignKeyOption[] all = new ForeignKeyOption[options.length + 1];
            all[0] = option;
            System.arraycopy(options, 0, all, 1, options.length);
            return new Referring(columns, targets, ForeignKeyOption.merged(all));
        }
    }

    /**
     * Names the referred columns, in the order of the referring ones.
     *
     * @throws ArgumentException ALU-0117 if their numbers differ
     */
    public Referring references(String... targets) {
        if (targets.length != columns.size()) {
            throw new ArgumentException(
                    "ALU-0117",
                    "a foreign key needs as many referred as referring columns; where: " + columns + " to "
                            + List.of(targets) + "; what to do: name one target for each");
        }
        return new Referring(columns, List.of(targets), ForeignKeyOption.merged());
    }
}
