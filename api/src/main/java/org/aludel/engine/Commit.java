package org.aludel.engine;

/**
 * A transaction was committed.
 *
 * @since 0.1
 */
public record Commit(Engine engine, Connection connection) implements EngineEvent {}
