package org.aludel.sql;

/**
 * Something that can be executed: select, insert, update, delete, text, DDL. Immutable; {@code toString} is its SQL for
 * the standard dialect.
 *
 * @since 0.1
 */
public interface Statement extends Node {

    /** The structure and the values, computed once. */
    Structure structure();

    /**
     * The SQL for a dialect.
     *
     * @throws org.aludel.errors.CompileException if the dialect can't express it
     */
    default String toSql(Dialect dialect) {
        return dialect.toSql(this);
    }
}
