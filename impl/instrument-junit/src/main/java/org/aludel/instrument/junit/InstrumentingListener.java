package org.aludel.instrument.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.aludel.instrument.agent.Agent;
import org.aludel.instrument.enhancer.ClassDirectory;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes tests work that are started where no build enhances, as in an IDE with a compiler of its own: it attaches the
 * agent to the running JVM when a directory of the class path holds a mapped class that has not been enhanced.
 *
 * <p>Found by its service file: a test-scoped dependency on {@code aludel-instrument-junit} is all it needs. Where every
 * class has been enhanced it does nothing.
 *
 * @since 0.1
 */
public final class InstrumentingListener implements LauncherSessionListener {

    private static final System.Logger LOG = System.getLogger("org.aludel.instrument");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Agent.isActive() && isNeeded()) {
            SelfAttachment.attach();
        }
    }

    private static boolean isNeeded() {
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            try {
                if (!entry.isEmpty() && new ClassDirectory(Path.of(entry)).needsEnhancement()) {
                    return true;
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "cannot read {0}: {1}", entry, e);
            }
        }
        return false;
    }
}
