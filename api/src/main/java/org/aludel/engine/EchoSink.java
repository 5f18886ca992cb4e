package org.aludel.engine;

/**
 * Takes what an engine echoes, in place of the loggers. Called on the thread that executes; what it throws comes out there.
 *
 * <pre>{@code
 * engine.echoTo(line -> System.out.println(line.text()));
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EchoSink {

    /** Takes one message. */
    void write(Line line);

    /**
     * A message.
     *
     * @param engine name of the engine
     * @param category what it is about
     * @param text one or more lines, without what is sensitive
     */
    record Line(String engine, EchoCategory category, String text) {}
}
