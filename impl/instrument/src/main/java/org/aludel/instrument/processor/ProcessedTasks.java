package org.aludel.instrument.processor;

import com.sun.source.util.JavacTask;

/**
 * The compilations in which the processor runs, for the plugin to ask. Build tools may load the two by different class
 * loaders, so a static field would not do; system properties are what both can see.
 */
final class ProcessedTasks {

    private static final String PREFIX = "org.aludel.instrument.processing.";

    private ProcessedTasks() {}

    static void add(JavacTask task) {
        System.setProperty(key(task), "true");
    }

    static void remove(JavacTask task) {
        System.clearProperty(key(task));
    }

    static boolean contains(JavacTask task) {
        return Boolean.getBoolean(key(task));
    }

    private static String key(JavacTask task) {
        return PREFIX + System.identityHashCode(task);
    }
}
