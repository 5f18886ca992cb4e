package org.aludel.orm;

/**
 * The session's transaction was committed. It has no transaction now; SQL in a handler begins another.
 *
 * @since 0.1
 */
public record AfterCommit(Session session) implements SessionTransactionEvent {}
