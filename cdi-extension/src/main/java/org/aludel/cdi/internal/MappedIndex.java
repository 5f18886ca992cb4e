package org.aludel.cdi.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the lists of mapped classes that the annotation processor leaves in each archive, so that classes are found
 * whatever the bean discovery mode is.
 */
final class MappedIndex {

    private static final String FILE = "META-INF/aludel/mapped.list";

    private MappedIndex() {}

    static Set<Class<?>> read(ClassLoader loader, Mistakes mistakes) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(FILE))) {
                for (String name : lines(url)) {
                    load(name, url, loader, classes, mistakes);
                }
            }
        } catch (IOException unreadable) {
            mistakes.add("ALU-0906 a list of mapped classes can't be read: " + unreadable.getMessage() + "; where: "
                    + FILE + "; what to do: build the archive anew");
        }
        return classes;
    }

    private static List<String> lines(URL url) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static void load(String name, URL url, ClassLoader loader, Set<Class<?>> classes, Mistakes mistakes) {
        try {
            // Not initialised here: the mapping does that, where an error can be told with its class.
            classes.add(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError missing) {
            mistakes.add("ALU-0907 the mapped class " + name + " can't be loaded: " + missing + "; where: listed in "
                    + url + "; what to do: build the archive anew, or add what the class needs");
        }
    }
}
