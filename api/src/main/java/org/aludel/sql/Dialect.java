package org.aludel.sql;

/**
 * How one database (or one driver for it) spells SQL.
 *
 * @since 0.1
 */
public interface Dialect {

    /** Name of the database, as in URLs: {@code postgresql}, {@code h2}. */
    String name();

    /**
     * Compiles a statement without a database.
     *
     * @throws org.aludel.errors.CompileException if the dialect can't express it
     */
    String toSql(Statement statement);

    /** Whether the database can do it. */
    boolean supports(Capability capability);
}
