package org.aludel.engine;

/**
 * A transaction began.
 *
 * @since 0.1
 */
public record Begin(Engine engine, Connection connection) implements EngineEvent {}
