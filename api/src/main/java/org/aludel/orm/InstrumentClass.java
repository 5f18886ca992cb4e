package org.aludel.orm;

/**
 * A class was found to be mapped and instrumented; its mapping is not complete yet.
 *
 * @since 0.1
 */
public record InstrumentClass(Class<?> type) implements ConfigurationEvent {}
