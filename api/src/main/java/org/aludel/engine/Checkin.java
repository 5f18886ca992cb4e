package org.aludel.engine;

/**
 * A connection went back to the pool.
 *
 * @since 0.1
 */
public record Checkin(Engine engine, java.sql.Connection jdbc) implements EngineEvent {}
