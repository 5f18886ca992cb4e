package org.aludel.orm;

/**
 * The mapping of a class is complete.
 *
 * @since 0.1
 */
public record MapperConfigured(Class<?> type) implements ConfigurationEvent {}
