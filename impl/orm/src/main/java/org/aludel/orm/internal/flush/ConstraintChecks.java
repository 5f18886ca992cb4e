package org.aludel.orm.internal.flush;

/**
 * When a database checks what, as far as the planner can make use of it.
 *
 * @param uniqueAtStatementEnd one UPDATE may exchange unique values between its rows
 * @param canDeferForeignKeys checks of foreign keys can be put off to the commit
 * @param canDeferUnique checks of unique constraints can be put off to the commit
 */
record ConstraintChecks(boolean uniqueAtStatementEnd, boolean canDeferForeignKeys, boolean canDeferUnique) {

    boolean canDefer(Object constraint) {
        return constraint instanceof ForeignKeyModel ? canDeferForeignKeys : canDeferUnique;
    }
}
