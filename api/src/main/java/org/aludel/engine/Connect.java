package org.aludel.engine;

/**
 * A physical connection was opened; handlers may set session state on it.
 *
 * @since 0.1
 */
public record Connect(Engine engine, java.sql.Connection jdbc) implements EngineEvent {}
