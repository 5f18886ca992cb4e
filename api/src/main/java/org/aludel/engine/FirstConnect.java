package org.aludel.engine;

/**
 * The engine's first physical connection was opened; a {@link Connect} follows.
 *
 * @since 0.1
 */
public record FirstConnect(Engine engine, java.sql.Connection jdbc) implements EngineEvent {}
