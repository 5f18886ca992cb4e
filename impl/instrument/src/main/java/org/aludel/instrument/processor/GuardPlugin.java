package org.aludel.instrument.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

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
        private final List<CompilationUnitTree> units = new ArrayList<>();
        private boolean decided;

        Guard(JavacTask task) {
            this.task = task;
        }

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ENTER && event.getCompilationUnit() != null && !decided) {
                units.add(event.getCompilationUnit());
            }
        }

        /** Before the first class file: sources with errors of their own never come here, and nothing gets written. */
        @Override
        public void started(TaskEvent event) {
            if (event.getKind() != TaskEvent.Kind.GENERATE || decided) {
                return;
            }
            decided = true;
            if (!ProcessedTasks.contains(task)) {
                report();
            }
            units.clear();
        }

        private void report() {
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : units) {
                for (Tree declaration : unit.getTypeDecls()) {
                    Element type = trees.getElement(new TreePath(new TreePath(unit), declaration));
                    Element mapped = type == null ? null : mappedIn(type);
                    if (mapped != null) {
                        trees.printMessage(Diagnostic.Kind.ERROR, message(mapped), declaration, unit);
                        return;
                    }
                }
            }
        }

        private static @Nullable Element mappedIn(Element type) {
            if (Mappedness.isAnnotated(type, "Mapped") || Mappedness.isAnnotated(type, "MappedSuperclass")) {
                return type;
            }
            for (Element each : type.getEnclosedElements()) {
                Element nested = each instanceof TypeElement ? mappedIn(each) : null;
                if (nested != null) {
                    return nested;
                }
            }
            return null;
        }

        private static String message(Element type) {
            return "ALU-0412 mapped classes are compiled without the annotation processor of aludel-instrument, so they"
                    + " are not instrumented; where: " + type
                    + "; what to do: name aludel-instrument in annotationProcessorPaths (Maven) or on -processorpath,"
                    + " or set maven.compiler.proc to full (-proc:full), or, if you enhance by the Maven goal or the"
                    + " agent, pass -Xplugin:\"aludel guard=off\"";
        }
    }
}
