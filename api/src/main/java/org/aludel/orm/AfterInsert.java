package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The row of a new object was inserted; its key is known.
 *
 * @since 0.1
 */
public record AfterInsert(Session session, Connection connection, Object target) implements MapperEvent {}
