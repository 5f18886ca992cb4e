package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.aludel.instrument.agent.Agent;
import org.aludel.instrument.enhancer.ClassDirectory;
import org.aludel.instrument.maven.EnhanceMojo;
import org.aludel.instrument.testing.Compilation;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Maven goal, the agent and the scan, on classes that the compiler left plain. */
@Tag("MAP-17")
class OtherDoorsTest {

    private static final String[] SOURCES = {
        "package t; @org.aludel.orm.Mapped @SuppressWarnings(\"aludel\") public class User { public String name; int age; }",
        "package t; @org.aludel.orm.Instrument(Mappings.Item.class) public class Mappings { public static class Item { int price; } }",
        "package t; @org.aludel.orm.Mapped public class Admin extends User { int level; }",
        """
        package t;
        import java.util.*;
        import org.aludel.instrument.testing.RecordingState;
        public class Main implements java.util.concurrent.Callable<Object> {
            public Object call() {
                Admin a = new Admin();
                Mappings.Item item = new Mappings.Item();
                RecordingState one = RecordingState.on(a);
                RecordingState two = RecordingState.on(item);
                Runnable r = () -> { a.name = "x"; a.level++; item.price = 3; };
                r.run();
                return one.log + " " + two.log;
            }
            public static void main(String[] args) {
                System.out.println(new Main().call());
            }
        }
        """
    };
    private static final String LOG = "[w name=null->x, r level, w level=0->1] [w price=0->3]";

    @TempDir
    Path output;

    @Test
    void goalEnhancesADirectoryOnce() throws Exception {
        Compilation.into(output).without().compile(SOURCES);
        ClassDirectory directory = new ClassDirectory(output);
        assertThat(directory.needsEnhancement()).isTrue();
        EnhanceMojo goal = new EnhanceMojo();
        goal.setClasses(output.toFile());
        goal.setClassPath(List.of(output.toString(), "missing.jar"));
        goal.execute();
        assertThat(directory.needsEnhancement()).isFalse();
        byte[] once = Files.readAllBytes(output.resolve("t/User.class"));
        goal.execute();
        assertThat(Files.readAllBytes(output.resolve("t/User.class"))).isEqualTo(once);
        try (URLClassLoader loader = Compilation.load(output)) {
            assertThat(Compilation.Result.run(loader, "t.Main")).isEqualTo(LOG);
        }
    }

    @Test
    void goalAfterTheProcessorChangesNothing() throws Exception {
        Compilation.into(output).compile(SOURCES);
        assertThat(new ClassDirectory(output).enhance(List.of()).enhanced()).isZero();
    }

    @Test
    void goalAndProcessorWriteTheSameClassFiles() throws Exception {
        Path byGoal = output.resolve("goal");
        Path byProcessor = output.resolve("processor");
        Compilation.into(byGoal).without().compile(SOURCES);
        new ClassDirectory(byGoal).enhance(List.of());
        Compilation.into(byProcessor).compile(SOURCES);
        for (String name : List.of("User", "Admin", "Main", "Mappings", "Mappings$Item")) {
            assertThat(byGoal.resolve("t/" + name + ".class"))
                    .hasSameBinaryContentAs(byProcessor.resolve("t/" + name + ".class"));
        }
    }

    @Test
    void goalFailsWithTheEnhancersMessage() {
        Compilation.into(output)
                .without()
                .compile(
                        "package t; public class Plain { Plain(int x) { } }",
                        "package t; @org.aludel.orm.Mapped public class User extends Plain { User() { super(1); } }");
        EnhanceMojo goal = new EnhanceMojo();
        goal.setClasses(output.toFile());
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("ALU-0404")
                .hasMessageContaining("t.Plain");
    }

    @Test
    void goalSkipsWhenAskedTo() throws Exception {
        Compilation.into(output).without().compile(SOURCES);
        EnhanceMojo goal = new EnhanceMojo();
        goal.setClasses(output.toFile());
        goal.setSkip(true);
        goal.execute();
        assertThat(new ClassDirectory(output).needsEnhancement()).isTrue();
    }

    @Test
    void agentEnhancesClassesWhileTheyLoad() throws Exception {
        Path classes = output.resolve("classes");
        Compilation.into(classes).without().compile(SOURCES);
        assertThat(java(classes, "")).isEqualTo(LOG);
        assertThat(java(classes, "=packages=t")).isEqualTo(LOG);
        assertThat(java(classes, "=packages=other")).contains("ClassCastException");
    }

    private String java(Path classes, String argument) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
        Path agent = output.resolve("agent.jar");
        try (OutputStream out = Files.newOutputStream(agent)) {
            new JarOutputStream(out, manifest).close();
        }
        Path log = output.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-javaagent:" + agent + argument,
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                "t.Main"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(log).trim();
    }

    @Test
    void scanListsCodeThatBypassesTracking() throws Exception {
        Path model = output.resolve("model");
        Path plain = output.resolve("plain");
        Compilation.into(model).compile(SOURCES);
        Compilation.into(plain).classPath(model).without().compile("""
                        package app;
                        class Bypass {
                            String f(t.Admin a) {
                                a.name = "direct";
                                return a.name;
                            }
                        }
                        """);
        assertThat(new Scan(List.of(model)).findings()).isEmpty();
        assertThat(new Scan(List.of(model, plain)).findings())
                .containsExactly(
                        plain + ": app.Bypass.f line 4 writes t.Admin.name",
                        plain + ": app.Bypass.f line 5 reads t.Admin.name");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Scan.run(new String[] {model.toString(), plain.toString()}, print, print))
                .isEqualTo(1);
        assertThat(Scan.run(new String[] {model.toString()}, print, print)).isZero();
        assertThat(Scan.run(new String[] {}, print, print)).isEqualTo(2);
        assertThat(Scan.run(new String[] {"missing.jar"}, print, print)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 direct accesses", "missing.jar", "usage");
    }
}
