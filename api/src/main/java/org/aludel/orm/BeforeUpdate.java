package org.aludel.orm;

import org.aludel.engine.Connection;

/**
 * A changed object is about to be written. Told also if nothing but a collection of it has changed, or if all changes cancel
 * out, so that no UPDATE follows; {@code session.isModified(target, false)} tells.
 *
 * @since 0.1
 */
public record BeforeUpdate(Session session, Connection connection, Object target) implements MapperEvent {}
