package org.aludel.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.aludel.instrument.enhancer.ClassFileFacts;
import org.aludel.instrument.processor.AludelProcessor;
import org.aludel.instrument.testing.Compilation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler says about mistakes, and in which surroundings the processor still finds its way. */
@Tag("MAP-17")
class CompilerMessagesTest {

    private static final String USER =
            "package t;\n@org.aludel.orm.Mapped public class User { private int id; public int next() { return ++id; } }";

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package t; @org.aludel.orm.Mapped public interface User { }",
                "package t; @org.aludel.orm.Mapped public enum User { A }",
                "package t; @org.aludel.orm.Mapped public record User(int id) { }"
            })
    void onlyClassesCanBeMapped(String source) {
        Compilation.Result result = Compilation.into(output).attempt(source);
        assertThat(result.success()).isFalse();
        assertThat(result.messages()).contains("ALU-0403", "t.User");
    }

    @Test
    void innerClassesCannotBeMapped() {
        Compilation.Result result = Compilation.into(output)
                .attempt("package t; public class Outer { @org.aludel.orm.Mapped class Inner { int id; } }");
        assertThat(result.success()).isFalse();
        assertThat(result.messages()).contains("ALU-0407", "t.Outer.Inner", "make it static");
    }

    @Test
    void publicMappedFieldsAndConstantsAreWarnedOf() {
        String source =
                "package t; import org.aludel.orm.*; @Mapped public class User { public int id; %s public int b; final int c = 5; @Unmapped public int d; }";
        Compilation.Result result = Compilation.into(output).attempt(source.formatted("@SuppressWarnings(\"aludel\")"));
        assertThat(result.success()).isTrue();
        assertThat(result.messages())
                .contains("ALU-0408", "t.User.id", "ALU-0409", "t.User.c")
                .doesNotContain("User.b", "User.d");
    }

    @Test
    void ordinaryCompilationsAreSilent() {
        Compilation.Result result = Compilation.into(output)
                .option("-Werror")
                .compile(USER, "package t; class Other { int f(User u) { return u.next(); } }");
        assertThat(result.messages()).isEmpty();
    }

    @Test
    void moduleAndPackageDescriptionsAreLeftAlone() throws Exception {
        Path module = output.resolve("module-info.java");
        Files.writeString(module, "module m { exports t; }");
        Path described = Files.writeString(output.resolve("package-info.java"), "@Deprecated package t;");
        Map<String, String> outcome = javac(
                List.of(
                        "-processorpath",
                        System.getProperty("java.class.path"),
                        module.toString(),
                        described.toString()),
                "package t; public class User { int id; }");
        assertThat(outcome).contains(entry("success", "true"), entry("out", ""));
        assertThat(output.resolve("module-info.class")).exists();
    }

    @Test
    void mappedClassCompiledWithoutTheProcessorFailsTheCompilation() throws Exception {
        Map<String, String> outcome = javac(List.of("-proc:none"), USER);
        assertThat(outcome.get("success")).isEqualTo("false");
        assertThat(outcome.get("out"))
                .contains("User.java:2", "ALU-0412", "t.User", "annotationProcessorPaths", "-proc:full", "guard=off");
        assertThat(output.resolve("t/User.class")).doesNotExist();
    }

    @Test
    void guardIsSilentAboutOtherClassesAndWhenTurnedOff() throws Exception {
        assertThat(javac(List.of("-proc:none"), "package t; public class User { }"))
                .contains(entry("success", "true"), entry("out", ""));
        assertThat(javac(List.of("-proc:none", "-Xplugin:aludel guard=off"), USER))
                .contains(entry("success", "true"), entry("out", ""));
    }

    @Test
    void guardDoesNotHideTheErrorsOfTheSource() throws Exception {
        Map<String, String> outcome = javac(List.of("-proc:none"), USER.replace("++id", "wrong"));
        assertThat(outcome.get("success")).isEqualTo("false");
        assertThat(outcome.get("out")).contains("wrong").doesNotContain("ALU-0412");
    }

    @Test
    void processorAndGuardFoundByTheirServiceFilesWorkTogether() throws Exception {
        List<String> options = new ArrayList<>(
                List.of("-processorpath", System.getProperty("java.class.path"), "-Xlint:all,-processing,-options"));
        if (Runtime.version().feature() >= 21) {
            options.add("-proc:full");
        }
        assertThat(javac(options, USER)).contains(entry("success", "true"), entry("out", ""));
        assertThat(ClassFileFacts.read(Files.readAllBytes(output.resolve("t/User.class")))
                        .isEnhanced())
                .isTrue();
    }

    @Test
    void processorPathIsEnoughOnAnyJdk() throws Exception {
        assertThat(javac(List.of("-processorpath", System.getProperty("java.class.path")), USER))
                .contains(entry("success", "true"));
        assertThat(ClassFileFacts.read(Files.readAllBytes(output.resolve("t/User.class")))
                        .isEnhanced())
                .isTrue();
    }

    @Test
    void wrappedProcessingEnvironmentsAreUnwrapped() throws Exception {
        for (boolean proxy : List.of(true, false)) {
            compileWrapped(proxy);
            assertThat(ClassFileFacts.read(Files.readAllBytes(output.resolve("t/User.class")))
                            .isEnhanced())
                    .isTrue();
            Files.delete(output.resolve("t/User.class"));
        }
    }

    private void compileWrapped(boolean proxy) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            Path source = write(USER);
            StringWriter out = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    out,
                    files,
                    null,
                    List.of("-d", output.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new Wrapping(proxy)));
            assertThat(task.call()).as(out.toString()).isTrue();
        }
    }

    /** As a build tool does: hands the processor an environment of its own make. */
    private static final class Wrapping extends AbstractProcessor {

        private final AludelProcessor inner = new AludelProcessor();
        private final boolean proxy;

        Wrapping(boolean proxy) {
            this.proxy = proxy;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            inner.init(proxy ? proxyOf(environment) : new Delegating(environment));
        }

        private static ProcessingEnvironment proxyOf(ProcessingEnvironment delegate) {
            InvocationHandler handler = (p, method, arguments) -> method.invoke(delegate, arguments);
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    Wrapping.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    new Handler(delegate, handler));
        }

        private record Handler(Object delegate, InvocationHandler handler) implements InvocationHandler {

            @Override
            public Object invoke(Object p, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
                return handler.invoke(p, method, arguments);
            }
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return inner.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return inner.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return inner.process(annotations, round);
        }
    }

    private record Delegating(ProcessingEnvironment delegate) implements ProcessingEnvironment {

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public javax.annotation.processing.Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public javax.annotation.processing.Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public javax.lang.model.util.Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public javax.lang.model.util.Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }

    private Path write(String source) throws Exception {
        Path file = output.resolve("src/t/User.java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    /** The compiler as its command line runs it, with everything on the class path. */
    private Map<String, String> javac(List<String> options, String source) throws Exception {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-d",
                output.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                write(source).toString()));
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, err, arguments.toArray(String[]::new));
        Map<String, String> outcome = new TreeMap<>();
        outcome.put("success", Boolean.toString(status == 0));
        outcome.put("out", err.toString(java.nio.charset.StandardCharsets.UTF_8).replace(File.separator, "/"));
        return outcome;
    }
}
