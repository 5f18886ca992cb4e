package org.aludel.engine;

/**
 * A connection was found broken and discarded.
 *
 * @since 0.1
 */
public record Invalidate(Engine engine, java.sql.Connection jdbc) implements EngineEvent {}
