package org.aludel.orm;

/**
 * The session's transaction was rolled back and its objects are settled.
 *
 * @since 0.1
 */
public record AfterRollback(Session session) implements SessionTransactionEvent {}
