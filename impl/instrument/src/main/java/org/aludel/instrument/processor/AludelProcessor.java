package org.aludel.instrument.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Enhances mapped classes, and classes that touch their fields, while they are compiled, and generates for each mapped
 * class a class of its attributes ({@code User_} for {@code User}, {@code Outer_Inner_} for {@code Outer.Inner}).
 *
 * <p>Option {@code aludel.metamodel.suffix} replaces the underscore at the end of generated names.
 *
 * @since 0.1
 */
public final class AludelProcessor extends AbstractProcessor {

    static final String SUFFIX_OPTION = "aludel.metamodel.suffix";

    private @Nullable Mappedness mappedness;
    private @Nullable MetamodelWriter metamodel;
    private @Nullable MappedIndex index;
    private boolean hooked;
    private boolean advised;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*"); // also classes without any annotation touch mapped fields
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(SUFFIX_OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        ProcessingEnvironment compiler = Unwrapping.unwrap(environment);
        Mappedness known = new Mappedness(compiler);
        mappedness = known;
        index = new MappedIndex(environment);
        metamodel =
                new MetamodelWriter(environment, known, environment.getOptions().getOrDefault(SUFFIX_OPTION, "_"));
        try {
            hooked = CompilerHook.install(compiler, known);
        } catch (LinkageError e) {
            hooked = false; // a compiler without javac's classes
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Mappedness known = mappedness;
        MetamodelWriter writer = metamodel;
        MappedIndex list = index;
        if (known == null || writer == null || list == null) {
            return false;
        }
        if (round.processingOver()) {
            known.save();
            list.save();
            return false;
        }
        known.collectNamed(round);
        List<TypeElement> mapped = new ArrayList<>();
        collect(round.getRootElements(), known, mapped);
        mapped.removeIf(type -> !isAcceptable(type));
        mapped.forEach(AludelProcessor.this::warnOfFields);
        writer.writeAll(mapped);
        mapped.forEach(list::add);
        if (!mapped.isEmpty() && !hooked && !advised) {
            advised = true;
            messager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "ALU-0406 this compiler has no hook for rewriting class files, so mapped classes are not instrumented"
                                    + " by it; where: "
                                    + processingEnv.getClass().getName()
                                    + "; what to do: run the Maven goal org.aludel:aludel-instrument:enhance after compilation,"
                                    + " or start the JVM with -javaagent:aludel-instrument-agent.jar");
        }
        return false;
    }

    private static void collect(Iterable<? extends Element> elements, Mappedness known, List<TypeElement> mapped) {
        for (Element element : elements) {
            if (element instanceof TypeElement type) {
                if (known.isMapped(type)) {
                    mapped.add(type);
                }
                collect(type.getEnclosedElements(), known, mapped);
            }
        }
    }

    private boolean isAcceptable(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS) {
            messager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "ALU-0403 only classes can be mapped, no interfaces, enums or records; where: " + type
                                    + "; what to do: make it a class, or remove the annotation",
                            type);
            return false;
        }
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            messager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "ALU-0407 an inner class cannot be mapped, for rows know no enclosing instance; where: "
                                    + type + "; what to do: make it static",
                            type);
            return false;
        }
        return true;
    }

    private void warnOfFields(TypeElement type) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!Mappedness.isAttribute(field) || isSuppressed(field) || isSuppressed(type)) {
                continue;
            }
            if (field.getModifiers().contains(Modifier.PUBLIC)) {
                messager()
                        .printMessage(
                                Diagnostic.Kind.WARNING,
                                "ALU-0408 code compiled without aludel-instrument that touches a public mapped field bypasses"
                                        + " tracking; where: " + type + "." + field
                                        + "; what to do: make it private, or look for such code with"
                                        + " org.aludel.instrument.Scan and add @SuppressWarnings(\"aludel\")",
                                field);
            }
            if (field.getConstantValue() != null) {
                messager()
                        .printMessage(
                                Diagnostic.Kind.WARNING,
                                "ALU-0409 the compiler copies the value of a constant to where it is read, so what a row"
                                        + " holds would not be seen; where: " + type + "." + field
                                        + "; what to do: make it static or not final, or annotate it with @Unmapped",
                                field);
            }
        }
    }

    private static boolean isSuppressed(Element element) {
        SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
        return suppressed != null && List.of(suppressed.value()).contains("aludel");
    }

    private Messager messager() {
        return processingEnv.getMessager();
    }
}
