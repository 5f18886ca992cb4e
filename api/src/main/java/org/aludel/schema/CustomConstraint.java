package org.aludel.schema;

import org.aludel.sql.spi.CustomNode;

/**
 * A constraint that writes itself, for what only some databases have, as EXCLUDE of PostgreSQL.
 *
 * @since 0.1
 */
public non-sealed interface CustomConstraint extends Constraint {

    /**
     * Writes the constraint without its name. Values of expressions become literals.
     *
     * @param table the table it belongs to
     */
    void render(Table table, CustomNode.Rendering rendering);
}
