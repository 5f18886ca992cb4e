package org.aludel.databases.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@link StreamReader} or {@link ObjectReader} in a JVM whose heap is much smaller than the rows. */
final class SmallHeap {

    private static final String HEAP = "-Xmx48m";
    private static final Pattern READ = Pattern.compile("READ (\\d+) (\\d+) (\\d+) (\\d+)");

    private SmallHeap() {}

    /** What was read: rows, the sum of their numbers, and MiB in use at most. */
    record Reading(long rows, long sum, long mebibytes) {}

    /** Reads to the end; fails with what the JVM said if it could not. */
    static Reading read(String url, String query, long rows, String how, String... before) {
        String said = run(url, query, rows, how, before);
        Matcher line = READ.matcher(said);
        assertThat(line.find()).as(said).isTrue();
        return new Reading(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)), Long.parseLong(line.group(4)));
    }

    /** Everything the JVM said. */
    static String run(String url, String query, long rows, String how, String... before) {
        List<String> arguments = new ArrayList<>(List.of(url, query, String.valueOf(rows), how));
        arguments.addAll(List.of(before));
        return run(HEAP, StreamReader.class, 5, arguments);
    }

    /** Everything that a main program said in a JVM with such a heap. */
    static String run(String heap, Class<?> main, int minutes, List<String> arguments) {
        Path output = null;
        try {
            output = Files.createTempFile("small-heap", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    heap,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(output);
        }
    }

    private static void delete(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
