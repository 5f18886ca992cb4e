package org.aludel.instrument.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Knows which classes are mapped: by annotation, by being named in {@code @Instrument}, or by being enhanced already.
 *
 * <p>What {@code @Instrument} names is kept in a file of the output directory, so that a build that compiles only the
 * named class knows it too.
 */
final class Mappedness {

    /** Lines of a named class, a tab, and the class or package that names it. */
    static final String NAMED_FILE = "META-INF/aludel/instrument.list";

    private static final String PACKAGE = "org.aludel.orm.";
    private static final String INSTRUMENT = PACKAGE + "Instrument";
    private static final String INSTRUMENTED = PACKAGE + "instrument.Instrumented";

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Map<String, Set<String>> namedByOrigin = new TreeMap<>();
    private final Set<String> named = new HashSet<>();
    private boolean changed;

    Mappedness(ProcessingEnvironment environment) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        load();
    }

    /** Takes note of the classes that elements of this round name. */
    void collectNamed(RoundEnvironment round) {
        TypeElement annotation = elements.getTypeElement(INSTRUMENT);
        for (Element root : round.getRootElements()) {
            changed |= namedByOrigin.remove(root.toString()) != null;
        }
        if (annotation != null) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                Set<String> classes = new TreeSet<>(namedIn(element));
                changed |= !classes.equals(namedByOrigin.put(element.toString(), classes));
            }
        }
        named.clear();
        namedByOrigin.values().forEach(named::addAll);
    }

    boolean isMapped(TypeElement type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            String name = nameOf(annotation);
            if (name.equals(PACKAGE + "Mapped") || name.equals(PACKAGE + "MappedSuperclass")) {
                return true;
            }
        }
        return isNamed(type) || isEnhanced(type);
    }

    /** Whether the class is mapped but has no table, so that its attributes belong to its subclasses. */
    static boolean isMappedSuperclass(TypeElement type) {
        return isAnnotated(type, "MappedSuperclass") && !isAnnotated(type, "Mapped");
    }

    private boolean isNamed(TypeElement type) {
        String binaryName = elements.getBinaryName(type).toString();
        if (named.contains(binaryName)) {
            return true;
        }
        for (Element e = type.getEnclosingElement(); e != null; e = e.getEnclosingElement()) {
            if ((e instanceof TypeElement || e instanceof PackageElement)
                    && namedIn(e).contains(binaryName)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnhanced(TypeElement type) {
        for (TypeMirror each : type.getInterfaces()) {
            if (each instanceof DeclaredType declared
                    && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(INSTRUMENTED)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> namedIn(Element element) {
        Set<String> classes = new HashSet<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (!nameOf(annotation).equals(INSTRUMENT)) {
                continue;
            }
            for (AnnotationValue member : annotation.getElementValues().values()) {
                if (member.getValue() instanceof List<?> values) {
                    values.forEach(value -> addClass(((AnnotationValue) value).getValue(), classes));
                }
            }
        }
        return classes;
    }

    private void addClass(Object value, Set<String> classes) {
        if (value instanceof DeclaredType type) {
            classes.add(elements.getBinaryName((TypeElement) type.asElement()).toString());
        }
    }

    /** Whether the field of a mapped class is an attribute. */
    static boolean isAttribute(VariableElement field) {
        return field.getKind().isField()
                && !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && !isAnnotated(field, "Unmapped");
    }

    /** Whether an annotation of the mapping's package, given by its simple name, is present. */
    static boolean isAnnotated(Element element, String simpleName) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (nameOf(annotation).equals(PACKAGE + simpleName)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    private void load() {
        try (Reader in = new InputStreamReader(
                        environment
                                .getFiler()
                                .getResource(StandardLocation.CLASS_OUTPUT, "", NAMED_FILE)
                                .openInputStream(),
                        StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(in)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    named.add(line.substring(0, tab));
                    namedByOrigin
                            .computeIfAbsent(line.substring(tab + 1), origin -> new TreeSet<>())
                            .add(line.substring(0, tab));
                }
            }
        } catch (IOException | RuntimeException e) {
            changed = false; // no such file: nothing has been named yet
        }
    }

    void save() {
        if (!changed) {
            return;
        }
        try (Writer out = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", NAMED_FILE)
                .openWriter()) {
            for (Map.Entry<String, Set<String>> origin : namedByOrigin.entrySet()) {
                for (String name : origin.getValue()) {
                    out.write(name + "\t" + origin.getKey() + "\n");
                }
            }
        } catch (IOException e) {
            environment
                    .getMessager()
                    .printMessage(javax.tools.Diagnostic.Kind.WARNING, "cannot write " + NAMED_FILE + ": " + e);
        }
    }
}
