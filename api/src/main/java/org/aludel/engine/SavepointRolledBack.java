package org.aludel.engine;

/**
 * Work was rolled back to a savepoint.
 *
 * @since 0.1
 */
public record SavepointRolledBack(Engine engine, Connection connection, String savepoint) implements EngineEvent {}
