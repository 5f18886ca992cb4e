package org.aludel.itests.corpus.orm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the scenarios by their annotation in the packages below this one, so that no list of them is kept. */
final class Scenarios {

    private Scenarios() {}

    static Map<String, Class<? extends Scenario>> byId() {
        Map<String, Class<? extends Scenario>> found = new TreeMap<>();
        for (Path file : classFiles()) {
            Class<?> type = load(file);
            ScenarioId id = type.getAnnotation(ScenarioId.class);
            if (id == null) {
                continue;
            }
            Class<? extends Scenario> other = found.put(id.value(), type.asSubclass(Scenario.class));
            if (other != null) {
                throw new IllegalStateException(
                        id.value() + " is written twice: " + other.getName() + " and " + type.getName());
            }
        }
        return found;
    }

    static Scenario make(Class<? extends Scenario> type) {
        try {
            Constructor<? extends Scenario> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without arguments", e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Scenarios.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> classFiles() {
        Path start = root().resolve(Scenarios.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(".class")
                            && !file.getParent().equals(start)
                            && !file.getFileName().toString().contains("$")
                            && !file.getFileName().toString().endsWith("_.class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name = root().relativize(file).toString();
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()).replace(java.io.File.separatorChar, '.'),
                    false,
                    Scenarios.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
