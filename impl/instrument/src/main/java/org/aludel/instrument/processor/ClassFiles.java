package org.aludel.instrument.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Finds class files just written in the compiler's output. */
final class ClassFiles {

    private final Filer filer;

    ClassFiles(Filer filer) {
        this.filer = filer;
    }

    interface ClassFile {
        byte[] read() throws IOException;

        void write(byte[] content) throws IOException;
    }

    ClassFile find(String binaryName, @Nullable JavaFileObject source) throws IOException {
        int dot = binaryName.lastIndexOf('.');
        String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
        String fileName = binaryName.substring(dot + 1) + ".class";
        FileObject output = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, fileName);
        Path path = pathOf(output.toUri());
        if (path == null) {
            return new InMemory(filer, packageName, fileName, output);
        }
        if (Files.exists(path)) {
            return new OnDisk(path);
        }
        // Without -d the class file lies beside its source.
        Path sourcePath = source == null ? null : pathOf(source.toUri());
        return new OnDisk(sourcePath == null ? path : sourcePath.resolveSibling(fileName));
    }

    private static @Nullable Path pathOf(URI uri) {
        return "file".equals(uri.getScheme()) ? Path.of(uri) : null;
    }

    private record OnDisk(Path path) implements ClassFile {

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public void write(byte[] content) throws IOException {
            Files.write(path, content);
        }
    }

    /** Some file manager of its own kind: what it holds can be replaced through the filer only. */
    private record InMemory(Filer filer, String packageName, String fileName, FileObject output) implements ClassFile {

        @Override
        public byte[] read() throws IOException {
            try (InputStream in = output.openInputStream()) {
                return in.readAllBytes();
            }
        }

        @Override
        public void write(byte[] content) throws IOException {
            try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, packageName, fileName)
                    .openOutputStream()) {
                out.write(content);
            }
        }
    }
}
