package org.aludel.engine;

/**
 * A handler's registration with an engine.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventRegistration extends AutoCloseable {

    /** Removes the handler. Removing again does nothing. */
    @Override
    void close();
}
