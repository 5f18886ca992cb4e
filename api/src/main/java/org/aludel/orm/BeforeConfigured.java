package org.aludel.orm;

/**
 * Mappings are about to be read and checked, once for all classes of a factory.
 *
 * @since 0.1
 */
public record BeforeConfigured() implements ConfigurationEvent {}
