package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The row of a new object is about to be inserted; columns that are set now are part of the INSERT.
 *
 * @since 0.1
 */
public record BeforeInsert(Session session, Connection connection, Object target) implements MapperEvent {}
