package org.aludel.engine;

/**
 * A two-phase transaction was prepared.
 *
 * @since 0.1
 */
public record Prepare(Engine engine, Connection connection, String id) implements EngineEvent {}
