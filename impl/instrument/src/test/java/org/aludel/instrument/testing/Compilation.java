package org.aludel.instrument.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.aludel.instrument.processor.AludelProcessor;

/** Compiles sources into a directory, with the processor or without, and runs what came out. */
public final class Compilation {

    private static final Pattern PACKAGE = Pattern.compile("(?<![.\\w])package\\s+([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?<![.\\w])(?:class|interface|record|enum)\\s+(\\w+)");

    private final Path output;
    private final List<String> options =
            new ArrayList<>(List.of("-g", "-Xlint:all,-processing,-options,-serial,-static"));
    private boolean processor = true;
    private final List<Path> classPath = new ArrayList<>();

    private Compilation(Path output) {
        this.output = output;
    }

    public static Compilation into(Path output) {
        return new Compilation(output);
    }

    public Compilation option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    public Compilation without() {
        processor = false;
        return this;
    }

    public Compilation classPath(Path entry) {
        classPath.add(entry);
        return this;
    }

    /** Compiles, and fails if the compiler reports an error. */
    public Result compile(String... sources) {
        Result result = attempt(sources);
        if (!result.success()) {
            throw new AssertionError("does not compile:\n" + result.messages());
        }
        return result;
    }

    /** Compiles, successfully or not. */
    public Result attempt(String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            Files.createDirectories(output);
            List<String> arguments = new ArrayList<>(options);
            String path = System.getProperty("java.class.path");
            for (Path entry : classPath) {
                path = entry + System.getProperty("path.separator") + path;
            }
            arguments.addAll(List.of(
                    "-d", output.toString(), "-classpath", output + System.getProperty("path.separator") + path));
            if (!processor) {
                arguments.addAll(List.of("-proc:none", "-Xplugin:aludel guard=off"));
            }
            List<JavaFileObject> units = new ArrayList<>();
            for (String source : sources) {
                units.add(new Source(source));
            }
            StringWriter out = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(out, files, diagnostics, arguments, null, units);
            if (processor) {
                task.setProcessors(List.of(new AludelProcessor()));
            }
            boolean success = task.call();
            return new Result(success, diagnostics.getDiagnostics(), out.toString(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a compilation gave. */
    public record Result(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, String out, Path output) {

        public String messages() {
            return diagnostics.stream()
                            .map(d -> d.getKind() + ": " + d.getMessage(Locale.ROOT) + " @" + d.getLineNumber())
                            .collect(Collectors.joining("\n"))
                    + out;
        }

        public URLClassLoader loader() {
            return load(output);
        }

        /** Runs a Callable of the compiled classes in a new class loader. */
        public Object run(String className) throws Exception {
            try (URLClassLoader loader = loader()) {
                return run(loader, className);
            }
        }

        public static Object run(ClassLoader loader, String className) throws Exception {
            Callable<?> main = (Callable<?>)
                    loader.loadClass(className).getDeclaredConstructor().newInstance();
            return main.call();
        }
    }

    public static URLClassLoader load(Path... directories) {
        URL[] urls = new URL[directories.length];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = directories[i].toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new URLClassLoader(urls, Compilation.class.getClassLoader());
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String content;

        Source(String content) {
            super(URI.create("string:///" + path(content)), Kind.SOURCE);
            this.content = content;
        }

        private static String path(String content) {
            Matcher packageName = PACKAGE.matcher(content);
            String prefix = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
            Matcher type = TYPE.matcher(content);
            return prefix + (type.find() ? type.group(1) : "package-info") + ".java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
