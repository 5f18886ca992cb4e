package org.aludel.instrument.processor;

import com.sun.source.util.JavacTask;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** The compilations in which the processor runs, for the plugin to ask. */
final class ProcessedTasks {

    private static final Set<JavacTask> TASKS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private ProcessedTasks() {}

    static void add(JavacTask task) {
        TASKS.add(task);
    }

    static boolean contains(JavacTask task) {
        return TASKS.contains(task);
    }
}
