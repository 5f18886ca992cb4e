package org.aludel.instrument.processor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Lists the mapped classes of an archive in a file, a binary name a line, for whoever discovers them without loading
 * every class: whatever the archive's bean discovery mode is, and also where it is no bean archive at all.
 *
 * <p>A build that compiles only some classes adds to the list; names whose class is gone are dropped.
 */
final class MappedIndex {

    static final String FILE = "META-INF/aludel/mapped.list";

    private final ProcessingEnvironment environment;
    private final Set<String> compiled = new TreeSet<>();

    MappedIndex(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Takes note of a class with a table of its own or of its superclass. */
    void add(TypeElement type) {
        if (Mappedness.isAnnotated(type, "Mapped")) {
            compiled.add(environment.getElementUtils().getBinaryName(type).toString());
        }
    }

    void save() {
        Set<String> before = load();
        Set<String> names = new TreeSet<>(compiled);
        for (String name : before) {
            TypeElement type = environment.getElementUtils().getTypeElement(name.replace('$', '.'));
            if (type != null && Mappedness.isAnnotated(type, "Mapped")) {
                names.add(name);
            }
        }
        if (names.equals(before)) {
            return;
        }
        try (Writer out = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            for (String name : names) {
                out.write(name + "\n");
            }
        } catch (IOException e) {
            environment.getMessager().printMessage(Diagnostic.Kind.WARNING, "cannot write " + FILE + ": " + e);
        }
    }

    private Set<String> load() {
        Set<String> names = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                environment
                        .getFiler()
                        .getResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                        .openInputStream(),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(names::add);
        } catch (IOException | RuntimeException e) {
            names.clear(); // no such file: this is the first build
        }
        return names;
    }
}
