package org.aludel.databases.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each Java block of these pages compiles as it stands there, with the processor, against the classes that the page takes
 * for granted: those of {@code src/test/resources/pages/<page>.txt}. Where these say how to prepare it, the block is run.
 */
@Tag("DOC-02")
class PagesCompileTest {

    private static final Path PAGES =
            Path.of(System.getProperty("aludel.build.root", "../..")).resolve("src/site/markdown");

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(strings = {"mapping", "queries", "session", "nplusone", "result-cache"})
    void javaBlocksCompileFromThePageAndRun(String page) throws Exception {
        List<PageExamples.Block> blocks = PageExamples.blocks(PAGES.resolve(page + ".md"));
        assertThat(blocks).isNotEmpty();
        String given = given(page);
        String imports = given.substring(0, given.indexOf("// ----"));
        String packageName = "pages." + page.replace("-", "");
        Map<String, String> places = new TreeMap<>();
        List<JavaFileObject> units = new ArrayList<>();
        units.add(new Unit("Given", "package " + packageName + ";\n" + given));
        for (PageExamples.Block block : blocks) {
            places.put("/" + block.name() + ".java", block.place());
            units.add(new Unit(block.name(), PageExamples.source(packageName, imports, block, base(given, block))));
        }
        assertThat(errors(units, places)).as("%s.md", page).isEmpty();
        if (given.contains("void prepare()")) {
            run(blocks, packageName, given);
        }
    }

    /** Runs each block after what {@code Given.prepare()} sets up, unless it stands under a heading that is not run. */
    private void run(List<PageExamples.Block> blocks, String packageName, String given) throws Exception {
        List<String> failures = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()}, PagesCompileTest.class.getClassLoader())) {
            for (PageExamples.Block block : blocks) {
                if (given.contains("// not run: \"" + block.heading() + "\"")) {
                    continue;
                }
                Object example = made(loader.loadClass(packageName + "." + block.name()));
                try {
                    call(example, "prepare");
                    call(example, "example");
                } catch (InvocationTargetException e) {
                    failures.add(block.place() + ": " + e.getCause());
                } finally {
                    call(example, "finish");
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Object made(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static void call(Object target, String name) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    method.invoke(target);
                    return;
                }
            }
        }
    }

    /** Blocks under some headings are inside of a class: {@code // in "Hybrids": Person}. */
    private static String base(String given, PageExamples.Block block) {
        Matcher named = Pattern.compile("// in \"" + Pattern.quote(block.heading()) + "\": (\\w+)")
                .matcher(given);
        return named.find() ? named.group(1) : "Given";
    }

    private static String given(String page) throws IOException {
        try (InputStream in = PagesCompileTest.class.getResourceAsStream("/pages/" + page + ".txt")) {
            return new String(Objects.requireNonNull(in, page).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> errors(List<JavaFileObject> units, Map<String, String> places) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        String path = System.getProperty("java.class.path");
        // since JDK 23 processors on the class path run only if they are asked for
        List<String> options = List.of("-d", output.toString(), "-nowarn", "-classpath", path, "-processorpath", path);
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, said, options, null, units)
                .call();
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : said.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                JavaFileObject source = one.getSource();
                String place = source == null ? "" : places.getOrDefault(source.getName(), source.getName());
                errors.add(place + ", " + one.getMessage(Locale.ROOT) + ": " + line(one));
            }
        }
        return errors;
    }

    private static String line(Diagnostic<? extends JavaFileObject> error) {
        try {
            JavaFileObject source = error.getSource();
            return source == null
                    ? ""
                    : source.getCharContent(true)
                            .toString()
                            .lines()
                            .skip(Math.max(0, error.getLineNumber() - 1))
                            .findFirst()
                            .orElse("")
                            .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** A source in memory. */
    private static final class Unit extends SimpleJavaFileObject {

        private final String source;

        Unit(String name, String source) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
