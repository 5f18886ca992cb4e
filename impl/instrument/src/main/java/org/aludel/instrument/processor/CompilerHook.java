package org.aludel.instrument.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.aludel.instrument.enhancer.EnhancementException;
import org.aludel.instrument.enhancer.Enhancer;
import org.jspecify.annotations.Nullable;

/** Listens to javac and rewrites each class file as soon as it has been written. */
final class CompilerHook implements TaskListener {

    private final JavacTask task;
    private final ProcessingEnvironment environment;
    private final Trees trees;
    private final ElementTypes types;
    private final Enhancer enhancer;
    private final ClassFiles classFiles;

    private CompilerHook(JavacTask task, ProcessingEnvironment environment, Mappedness mappedness) {
        this.task = task;
        this.environment = environment;
        this.trees = Trees.instance(environment);
        this.types = new ElementTypes(environment, mappedness);
        this.enhancer = new Enhancer(types);
        this.classFiles = new ClassFiles(environment.getFiler());
    }

    /** Returns false if the compiler is not javac. */
    static boolean install(ProcessingEnvironment environment, Mappedness mappedness) {
        JavacTask task;
        try {
            task = JavacTask.instance(environment);
        } catch (IllegalArgumentException e) {
            return false;
        }
        task.addTaskListener(new CompilerHook(task, environment, mappedness));
        ProcessedTasks.add(task);
        return true;
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            ProcessedTasks.remove(task);
            return;
        }
        TypeElement type = event.getTypeElement();
        if (type == null) {
            return;
        }
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            rememberLocalClasses(type, event);
        } else if (event.getKind() == TaskEvent.Kind.GENERATE) {
            rewrite(type, event.getSourceFile());
        }
    }

    /** Local and anonymous classes cannot be looked up by name later, and desugaring takes them out of the tree. */
    private void rememberLocalClasses(TypeElement type, TaskEvent event) {
        TreePath path = trees.getPath(type);
        if (path != null) {
            new LocalClasses().scan(path, null);
        }
    }

    private void rewrite(TypeElement type, @Nullable JavaFileObject source) {
        String binaryName = environment.getElementUtils().getBinaryName(type).toString();
        if (binaryName.endsWith("module-info") || binaryName.endsWith("package-info")) {
            return;
        }
        try {
            ClassFiles.ClassFile file = classFiles.find(binaryName, source);
            byte[] enhanced = enhancer.enhance(file.read());
            if (enhanced != null) {
                file.write(enhanced);
            }
        } catch (EnhancementException e) {
            error(String.valueOf(e.getMessage()), type);
        } catch (IOException | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            error(
                    "ALU-0410 the class file cannot be rewritten; where: " + binaryName
                            + "; what to do: use the Maven goal org.aludel:aludel-instrument:enhance instead, and"
                            + " report this: " + trace,
                    type);
        }
    }

    private void error(String message, TypeElement type) {
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message, type);
    }

    private final class LocalClasses extends TreePathScanner<@Nullable Void, @Nullable Void> {

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            if (trees.getElement(getCurrentPath()) instanceof TypeElement element) {
                types.remember(element);
            }
            return super.visitClass(tree, unused);
        }
    }
}
