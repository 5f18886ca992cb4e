package org.aludel.instrument.enhancer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Directories and jars to read class files from, without loading classes. What does not exist is left out.
 *
 * @since 0.1
 */
public final class ClassPath implements ClassFileTypes.ClassFileSource, Closeable {

    private final List<Path> directories = new ArrayList<>();
    private final List<JarFile> jars = new ArrayList<>();

    public ClassPath(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                directories.add(entry);
            } else if (Files.isRegularFile(entry) && entry.toString().endsWith(".jar")) {
                jars.add(new JarFile(entry.toFile()));
            }
        }
    }

    @Override
    public byte @Nullable [] find(String internalName) {
        try {
            for (Path directory : directories) {
                Path file = directory.resolve(internalName + ".class");
                if (Files.isRegularFile(file)) {
                    return Files.readAllBytes(file);
                }
            }
            for (JarFile jar : jars) {
                ZipEntry entry = jar.getEntry(internalName + ".class");
                if (entry != null) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        return in.readAllBytes();
                    }
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (JarFile jar : jars) {
            jar.close();
        }
    }
}
