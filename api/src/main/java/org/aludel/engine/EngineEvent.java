package org.aludel.engine;

/**
 * Something that happened in an engine; see {@link Engine#on}.
 *
 * @since 0.1
 */
public interface EngineEvent {

    /** Where it happened. */
    Engine engine();
}
