package org.aludel.engine;

/**
 * A connection was taken from the pool.
 *
 * @since 0.1
 */
public record Checkout(Engine engine, java.sql.Connection jdbc) implements EngineEvent {}
