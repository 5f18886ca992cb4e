package org.aludel.engine;

/**
 * A savepoint was released.
 *
 * @since 0.1
 */
public record SavepointReleased(Engine engine, Connection connection, String savepoint) implements EngineEvent {}
