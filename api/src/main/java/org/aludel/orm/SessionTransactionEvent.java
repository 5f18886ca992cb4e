package org.aludel.orm;

/**
 * A step in the life of a session's transaction.
 *
 * @since 0.1
 */
public interface SessionTransactionEvent extends SessionEvent {}
