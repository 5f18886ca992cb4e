package org.aludel.engine;

import org.aludel.errors.DatabaseException;

/**
 * The database refused a statement; the exception is about to be thrown.
 *
 * @since 0.1
 */
public record HandleError(Engine engine, Connection connection, DatabaseException exception) implements EngineEvent {}
