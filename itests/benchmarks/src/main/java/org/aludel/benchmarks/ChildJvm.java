package org.aludel.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs with the class path of this one. */
final class ChildJvm {
    private ChildJvm() {}

    /** Starts the class's main method. */
    static Process start(Class<?> main, List<String> jvmArguments, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvmArguments);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Arguments and further ones. */
    static List<String> with(List<String> jvmArguments, String... further) {
        List<String> all = new ArrayList<>(jvmArguments);
        all.addAll(List.of(further));
        return all;
    }
}
