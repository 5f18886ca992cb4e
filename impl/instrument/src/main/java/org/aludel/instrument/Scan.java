package org.aludel.instrument;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.aludel.instrument.enhancer.ClassFileTypes;
import org.aludel.instrument.enhancer.ClassPath;
import org.aludel.instrument.enhancer.DirectAccesses;

/**
 * Lists code that touches mapped fields directly, because it was compiled without the instrumentation: what it reads may
 * not be loaded, and what it writes is not saved.
 *
 * <pre>{@code
 * java -cp aludel-instrument.jar:asm.jar org.aludel.instrument.Scan app.jar lib/model.jar target/classes
 * }</pre>
 *
 * <p>Each argument is a jar or directory; all together are searched for mapped classes. The exit status is 1 if there is
 * any finding, 2 if the arguments are no good.
 *
 * @since 0.1
 */
public final class Scan {

    private final List<Path> places;

    public Scan(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /** Prints the findings to standard output. */
    public static void main(String[] arguments) throws IOException {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        List<Path> places =
                Stream.of(arguments).map(File::new).map(File::toPath).toList();
        List<Path> missing =
                places.stream().filter(place -> !Files.exists(place)).toList();
        if (places.isEmpty() || !missing.isEmpty()) {
            err.println(
                    places.isEmpty() ? "usage: Scan <jar or directory>..." : "no such jar or directory: " + missing);
            return 2;
        }
        List<String> findings = new Scan(places).findings();
        findings.forEach(out::println);
        out.println(findings.size() + " direct accesses of mapped fields");
        return findings.isEmpty() ? 0 : 1;
    }

    /** One line for each direct access: place, class, method and field. */
    public List<String> findings() throws IOException {
        List<String> findings = new ArrayList<>();
        try (ClassPath classPath = new ClassPath(places)) {
            java.util.Set<String> named = new java.util.HashSet<>();
            for (Path place : places) {
                forEachClass(place, classFile -> named.addAll(DirectAccesses.instrumentsOf(classFile)));
            }
            DirectAccesses accesses = new DirectAccesses(new ClassFileTypes(classPath, named));
            for (Path place : places) {
                forEachClass(place, classFile -> {
                    for (String access : accesses.in(classFile)) {
                        findings.add(place + ": " + access);
                    }
                });
            }
        }
        return findings;
    }

    private interface Visitor {
        void visit(byte[] classFile);
    }

    private static void forEachClass(Path place, Visitor visitor) throws IOException {
        if (Files.isDirectory(place)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(place)) {
                files = all.filter(file -> isClass(file.toString())).sorted().toList();
            }
            for (Path file : files) {
                visitor.visit(Files.readAllBytes(file));
            }
            return;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (isClass(entry.getName()) && !entry.getName().startsWith("META-INF/")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        visitor.visit(in.readAllBytes());
                    }
                }
            }
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(".class") && !file.endsWith("module-info.class");
    }
}
