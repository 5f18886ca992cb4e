package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The session has begun a transaction on a connection, or set a savepoint. The connection can be used.
 *
 * @param nested whether a savepoint was set
 * @since 0.1
 */
public record AfterBegin(Session session, Connection connection, boolean nested) implements SessionTransactionEvent {}
