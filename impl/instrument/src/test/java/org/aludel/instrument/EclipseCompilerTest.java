package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.enhancer.ClassDirectory;
import org.aludel.instrument.testing.Compilation;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compiler without a hook: the processor generates the metamodel and advises, the goal does the rest. */
@Tag("MAP-17")
class EclipseCompilerTest {

    private static final String MAIN = """
            package t;
            import java.util.function.*;
            import org.aludel.instrument.testing.RecordingState;
            public class Main implements java.util.concurrent.Callable<Object> {
                @org.aludel.orm.Mapped
                static class User {
                    private long visits;
                    private String name;
                    Supplier<String> reader() { return () -> name; }
                }
                public Object call() {
                    User u = new User();
                    RecordingState state = RecordingState.on(u);
                    long before = u.visits++;
                    u.visits += before + 2;
                    u.name = switch ((int) u.visits) { case 3 -> "three"; default -> "other"; };
                    return u.reader().get() + u.visits + state.log.size();
                }
            }
            """;

    @TempDir
    Path output;

    @Test
    void mappedClassesAreAdvisedOfAndEnhancedByTheGoal() throws Exception {
        Path source = Files.writeString(
                Files.createDirectories(output.resolve("src/t")).resolve("Main.java"), MAIN);
        Path classes = output.resolve("classes");
        String path = System.getProperty("java.class.path");
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        boolean compiled = BatchCompiler.compile(
                new String[] {
                    "--release",
                    "17",
                    "-cp",
                    path,
                    "-processorpath",
                    path,
                    "-d",
                    classes.toString(),
                    "-s",
                    Files.createDirectories(output.resolve("generated")).toString(),
                    source.toString()
                },
                out,
                out,
                null);
        assertThat(compiled).as(messages.toString()).isTrue();
        assertThat(messages.toString())
                .contains("ALU-0406", "aludel-instrument:enhance", "-javaagent")
                .doesNotContain("Main_User_");
        assertThat(classes.resolve("t/Main_User_.class")).exists();
        new ClassDirectory(classes).enhance(List.of());
        try (URLClassLoader loader = Compilation.load(classes)) {
            assertThat(Compilation.Result.run(loader, "t.Main")).isEqualTo("three38");
        }
    }
}
