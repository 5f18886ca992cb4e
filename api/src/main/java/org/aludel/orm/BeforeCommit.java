package org.aludel.orm;

/**
 * The session is about to commit; what handlers change is flushed and committed too.
 *
 * @since 0.1
 */
public record BeforeCommit(Session session) implements SessionTransactionEvent {}
