package org.aludel.instrument.junit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.aludel.instrument.agent.Agent;
import org.aludel.instrument.enhancer.Enhancer;
import org.objectweb.asm.ClassReader;

/**
 * Attaches the agent to this JVM by way of a second one, since the JVM lets no process attach to itself unless started
 * so. The agent's jar is only a manifest that points to the classes already on the class path.
 */
final class SelfAttachment {

    private static final long SECONDS = 60;

    private SelfAttachment() {}

    static void attach() {
        try {
            Path jar = agentJar();
            try {
                run(jar);
            } finally {
                jar.toFile().deleteOnExit(); // the JVM keeps it open
            }
        } catch (IOException e) {
            throw failure(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
        if (!Agent.isActive()) {
            throw failure("the agent did not start");
        }
    }

    private static void run(Path jar) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path log = Files.createTempFile("aludel-attach", ".log");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        locationOf(Attacher.class),
                        Attacher.class.getName(),
                        Long.toString(ProcessHandle.current().pid()),
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8).trim();
        Files.deleteIfExists(log);
        if (!ended || process.exitValue() != 0) {
            throw failure(ended ? output : "no answer within " + SECONDS + " seconds");
        }
    }

    private static Path agentJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", Agent.class.getName());
        List<String> urls = new ArrayList<>();
        for (Class<?> type : List.of(Agent.class, Enhancer.class, ClassReader.class)) {
            urls.add(new File(locationOf(type)).toURI().toASCIIString());
        }
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls));
        Path jar = Files.createTempFile("aludel-agent", ".jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    private static String locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw failure("the place of " + type.getName() + " is unknown");
        }
        try {
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException e) {
            throw failure(e.toString());
        }
    }

    private static IllegalStateException failure(String reason) {
        return new IllegalStateException("ALU-0415 the agent cannot be attached (" + reason + "); where: process "
                + ProcessHandle.current().pid()
                + "; what to do: compile with aludel-instrument among the annotation processors, or start the tests with"
                + " -javaagent:aludel-instrument-agent.jar");
    }
}
