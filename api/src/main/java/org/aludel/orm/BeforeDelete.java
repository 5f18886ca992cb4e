package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The row of an object is about to be deleted.
 *
 * @since 0.1
 */
public record BeforeDelete(Session session, Connection connection, Object target) implements MapperEvent {}
