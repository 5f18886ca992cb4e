package org.aludel.instrument.enhancer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of class files.
 *
 * @since 0.1
 */
public record ClassDirectory(Path root) {

    /** What happened to one directory. */
    public record Outcome(int enhanced, int unchanged) {}

    /**
     * Enhances all classes in place; those enhanced before stay as they are.
     *
     * @param classPath where superclasses and other mapped classes are found
     * @throws EnhancementException if a mapped class cannot be enhanced
     */
    public Outcome enhance(List<Path> classPath) throws IOException {
        try (ClassPath others = new ClassPath(classPath)) {
            ClassPath own = new ClassPath(List.of(root));
            Enhancer enhancer = new Enhancer(new ClassFileTypes(
                    name -> {
                        byte[] found = own.find(name);
                        return found == null ? others.find(name) : found;
                    },
                    named()));
            int enhanced = 0;
            List<Path> files = classFiles();
            for (Path file : files) {
                byte[] changed = enhancer.enhance(Files.readAllBytes(file));
                if (changed != null) {
                    Files.write(file, changed);
                    enhanced++;
                }
            }
            return new Outcome(enhanced, files.size() - enhanced);
        }
    }

    /** Internal names of the classes that classes and packages in this directory name for instrumentation. */
    public Set<String> named() throws IOException {
        Set<String> named = new HashSet<>();
        for (Path file : allFiles()) {
            named.addAll(ClassFileFacts.read(Files.readAllBytes(file)).instruments());
        }
        return named;
    }

    /** Whether some class is mapped and has not been enhanced. */
    public boolean needsEnhancement() throws IOException {
        Set<String> named = named();
        for (Path file : classFiles()) {
            ClassFileFacts facts = ClassFileFacts.read(Files.readAllBytes(file));
            if (!facts.isEnhanced()
                    && (facts.type().mapped() || named.contains(facts.type().name()))) {
                return true;
            }
        }
        return false;
    }

    private List<Path> classFiles() throws IOException {
        return allFiles().stream()
                .filter(file -> !file.endsWith("package-info.class") && !file.endsWith("module-info.class"))
                .toList();
    }

    private List<Path> allFiles() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
