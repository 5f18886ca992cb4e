package org.aludel.errors;

import java.security.CodeSource;

/** A class was to be mapped that the enhancer has not seen. */
public class NotInstrumentedException extends AludelException {

    private static final long serialVersionUID = 1L;

    public NotInstrumentedException(Class<?> type) {
        super(
                "ALU-0401",
                "class " + type.getName() + " is not instrumented; where: " + location(type)
                        + "; what to do: compile it with aludel-instrument among the annotation processors"
                        + " (annotationProcessorPaths), or run the Maven goal aludel:enhance, or start the JVM with"
                        + " -javaagent:aludel-instrument-agent.jar");
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? "unknown place"
                : source.getLocation().toString();
    }
}
