package org.aludel.engine;

/**
 * A transaction was rolled back.
 *
 * @since 0.1
 */
public record Rollback(Engine engine, Connection connection) implements EngineEvent {}
