package org.aludel.instrument.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.aludel.instrument.enhancer.ClassDirectory;
import org.aludel.instrument.enhancer.EnhancementException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The goals {@code enhance} and {@code enhance-tests}, which differ only in the directory they are given. Classes
 * enhanced before, by the processor for example, stay as they are.
 *
 * @since 0.1
 */
public final class EnhanceMojo extends AbstractMojo {

    // Set by Maven, as META-INF/maven/plugin.xml says.
    private File classes = new File("target/classes");
    private List<String> classPath = List.of();
    private boolean skip;

    public void setClasses(File directory) {
        classes = directory;
    }

    public void setClassPath(List<String> elements) {
        classPath = elements;
    }

    public void setSkip(boolean skipped) {
        skip = skipped;
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (skip || !classes.isDirectory()) {
            getLog().info("nothing to enhance");
            return;
        }
        try {
            ClassDirectory.Outcome outcome = new ClassDirectory(classes.toPath())
                    .enhance(classPath.stream().map(Path::of).toList());
            getLog().info("enhanced " + outcome.enhanced() + " classes, left " + outcome.unchanged() + " as they were");
        } catch (EnhancementException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot enhance the classes in " + classes, e);
        }
    }
}
