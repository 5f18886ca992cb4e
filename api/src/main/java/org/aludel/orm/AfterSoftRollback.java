package org.aludel.orm;

/**
 * A transaction or savepoint of the session was rolled back, by a call or because a flush failed. {@link AfterRollback}
 * tells of the database's transaction only.
 *
 * @param nested whether it was a savepoint
 * @since 0.1
 */
public record AfterSoftRollback(Session session, boolean nested) implements SessionTransactionEvent {}
