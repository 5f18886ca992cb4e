package org.aludel.instrument.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Fails the compilation of mapped classes when the processor does not run: since JDK 23 annotation processing is off
 * unless asked for, and the mistake would show at run time only. Silent in any other compilation.
 *
 * <p>Starts by itself; {@code -Xplugin:"aludel guard=off"} silences it for those who enhance by the Maven goal or agent.
 *
 * @since 0.1
 */
public final class GuardPlugin implements Plugin {

    @Override
    public String getName() {
        return "aludel";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        if (!List.of(arguments).contains("guard=off")) {
            task.addTaskListener(new Guard(task));
        }
    }

    private static final class Guard implements TaskListener {

        private final JavacTask task;
        private boolean reported;

        Guard(JavacTask task) {
            this.task = task;
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() != TaskEvent.Kind.ANALYZE || reported || ProcessedTasks.contains(task)) {
                return;
            }
            TypeElement type = event.getTypeElement();
            TypeElement mapped = type == null ? null : mappedIn(type);
            if (mapped != null) {
                reported = true;
                report(mapped, event.getCompilationUnit());
            }
        }

        private static @org.jspecify.annotations.Nullable TypeElement mappedIn(TypeElement type) {
            if (Mappedness.isAnnotated(type, "Mapped") || Mappedness.isAnnotated(type, "MappedSuperclass")) {
                return type;
            }
            for (Element each : type.getEnclosedElements()) {
                TypeElement nested = each instanceof TypeElement t ? mappedIn(t) : null;
                if (nested != null) {
                    return nested;
                }
            }
            return null;
        }

        private void report(TypeElement type, CompilationUnitTree unit) {
            Trees trees = Trees.instance(task);
            trees.printMessage(
                    Diagnostic.Kind.ERROR,
                    "ALU-0412 mapped classes are compiled without the annotation processor of aludel-instrument, so they"
                            + " are not instrumented; where: " + type
                            + "; what to do: name aludel-instrument in annotationProcessorPaths (Maven) or on"
                            + " -processorpath, or set maven.compiler.proc to full (-proc:full), or, if you enhance by"
                            + " the Maven goal or the agent, pass -Xplugin:\"aludel guard=off\"",
                    trees.getTree(type),
                    unit);
        }
    }
}
