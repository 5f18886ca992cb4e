package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * The row of a new object is about to be inserted; columns that are set now are part of the INSERT, in all tables of the
 * object. An object that lacks its key, which the database does not make, is told of first of all: the handler may give it.
 *
 * @since 0.1
 */
public record BeforeInsert(Session session, Connection connection, Object target) implements MapperEvent {}
