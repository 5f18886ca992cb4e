package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * A changed object was written; see {@link BeforeUpdate}.
 *
 * @since 0.1
 */
public record AfterUpdate(Session session, Connection connection, Object target) implements MapperEvent {}
