package org.aludel.instrument.agent;

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.instrument.enhancer.ClassDirectory;

/**
 * Enhances mapped classes while they are loaded: {@code -javaagent:aludel-instrument-agent.jar}, or attached later, before
 * they load.
 *
 * <p>The argument {@code packages=com.shop,com.shared} limits it to classes of these packages and those below them.
 *
 * @since 0.1
 */
public final class Agent {

    private static final System.Logger LOG = System.getLogger("org.aludel.instrument");
    private static final String ACTIVE = "org.aludel.instrument.agent";

    private Agent() {}

    /** Called by the JVM at its start. */
    public static void premain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    /** Called by the JVM when attached. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    /** Whether an agent runs in this JVM. */
    public static boolean isActive() {
        return Boolean.getBoolean(ACTIVE);
    }

    private static synchronized void start(String argument, Instrumentation instrumentation) {
        if (isActive()) {
            return;
        }
        instrumentation.addTransformer(new LoadTimeEnhancer(packages(argument), named()));
        System.setProperty(ACTIVE, "true");
        warnOfLoaded(instrumentation);
    }

    private static List<String> packages(String argument) {
        List<String> prefixes = new ArrayList<>();
        if (argument != null && argument.startsWith("packages=")) {
            for (String name : argument.substring("packages=".length()).split(",")) {
                prefixes.add(name.trim().replace('.', '/') + "/");
            }
        }
        return prefixes;
    }

    /** What directories of the class path name; jars that need it say so in a file which the processor writes. */
    private static Set<String> named() {
        Set<String> named = new HashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            try {
                if (!entry.isEmpty()) {
                    named.addAll(new ClassDirectory(Path.of(entry)).named());
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "cannot read {0}: {1}", entry, e);
            }
        }
        return named;
    }

    private static void warnOfLoaded(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isMapped(type) && !isEnhanced(type)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "ALU-0413 {0} was loaded before the agent started and stays as it is; what to do: start the JVM"
                                + " with -javaagent",
                        type.getName());
            }
        }
    }

    private static boolean isMapped(Class<?> type) {
        if (type.getClassLoader() == null || type.isArray()) {
            return false;
        }
        try {
            for (Annotation annotation : type.getDeclaredAnnotations()) {
                String name = annotation.annotationType().getName();
                if (name.equals("org.aludel.orm.Mapped") || name.equals("org.aludel.orm.MappedSuperclass")) {
                    return true;
                }
            }
        } catch (LinkageError | RuntimeException e) {
            return false; // a class whose annotations cannot be read is not ours
        }
        return false;
    }

    private static boolean isEnhanced(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (each.getName().equals("org.aludel.orm.instrument.Instrumented")) {
                return true;
            }
        }
        return false;
    }
}
