package org.aludel.engine;

/**
 * A savepoint was set.
 *
 * @since 0.1
 */
public record SavepointSet(Engine engine, Connection connection, String savepoint) implements EngineEvent {}
