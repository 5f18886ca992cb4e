package org.aludel.orm.internal.flush;

/**
 * When a database checks what, as far as the planner can make use of it.
 *
 * @param uniqueAtStatementEnd one UPDATE may exchange unique values between its rows
 * @param canDefer {@code SET CONSTRAINTS ... DEFERRED} is understood
 */
record ConstraintChecks(boolean uniqueAtStatementEnd, boolean canDefer) {}
