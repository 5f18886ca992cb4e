package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The row of an object was deleted.
 *
 * @since 0.1
 */
public record AfterDelete(Session session, Connection connection, Object target) implements MapperEvent {}
