package org.aludel.orm;

/**
 * All mappings of a factory are complete.
 *
 * @since 0.1
 */
public record AfterConfigured() implements ConfigurationEvent {}
