package org.aludel.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a run took place.
 *
 * @param processor what it calls itself
 * @param cores how many the JVM may use
 * @param memoryGiB of the machine
 * @param system name and version
 * @param java the JVM
 * @param load how many processes wanted to run at the start, on average over a minute; negative if unknown
 */
record Machine(String processor, int cores, long memoryGiB, String system, String java, double load) {

    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                system.getSystemLoadAverage());
    }

    /** Whether others worked on it as well. */
    boolean isBusy() {
        return load > 0.75 * cores;
    }

    String text() {
        return processor + ", " + cores + " cores, " + memoryGiB + " GiB, " + system + ", " + java
                + (load < 0 ? "" : String.format(Locale.ROOT, ", load %.1f at the start", load));
    }

    private static String processorName() {
        Path info = Path.of("/proc/cpuinfo");
        try {
            return Files.exists(info)
                    ? Files.readAllLines(info).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse("unknown processor")
                    : "unknown processor";
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
