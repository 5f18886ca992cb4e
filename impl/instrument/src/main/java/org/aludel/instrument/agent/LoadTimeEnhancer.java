package org.aludel.instrument.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.ClassFileTransformer;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.aludel.instrument.enhancer.ClassFileTypes;
import org.aludel.instrument.enhancer.EnhancementException;
import org.aludel.instrument.enhancer.Enhancer;
import org.jspecify.annotations.Nullable;

/** Enhances classes as loaders define them; one enhancer for each loader, which its loader outlives. */
final class LoadTimeEnhancer implements ClassFileTransformer {

    private static final System.Logger LOG = System.getLogger("org.aludel.instrument");
    private static final String NAMED_FILE = "META-INF/aludel/instrument.list";
    private static final List<String> NEVER = List.of(
            "java/",
            "javax/",
            "jdk/",
            "sun/",
            "com/sun/",
            "org/objectweb/asm/",
            "org/aludel/instrument/",
            "org/aludel/orm/instrument/");

    private final List<String> packages;
    private final Set<String> named;
    private final Map<ClassLoader, Enhancer> enhancers = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param packages prefixes of internal names; none for all */
    LoadTimeEnhancer(List<String> packages, Set<String> named) {
        this.packages = packages;
        this.named = named;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (loader == null || className == null || redefined != null || !isWanted(className)) {
            return null; // members cannot be added to a class already loaded
        }
        try {
            return enhancer(loader).enhance(classFile);
        } catch (EnhancementException e) {
            LOG.log(System.Logger.Level.ERROR, String.valueOf(e.getMessage()));
            return null;
        } catch (RuntimeException | LinkageError e) {
            // The JVM would swallow it in silence.
            LOG.log(System.Logger.Level.ERROR, "ALU-0414 cannot enhance " + className.replace('/', '.'), e);
            return null;
        }
    }

    private boolean isWanted(String className) {
        if (NEVER.stream().anyMatch(className::startsWith)) {
            return false;
        }
        return packages.isEmpty() || packages.stream().anyMatch(className::startsWith);
    }

    private Enhancer enhancer(ClassLoader loader) {
        Enhancer known = enhancers.get(loader);
        if (known == null) {
            WeakReference<ClassLoader> weak = new WeakReference<>(loader);
            known = new Enhancer(new ClassFileTypes(name -> read(weak.get(), name), namedFor(loader)));
            Enhancer other = enhancers.putIfAbsent(loader, known);
            known = other == null ? known : other;
        }
        return known;
    }

    private static byte @Nullable [] read(@Nullable ClassLoader loader, String internalName) {
        if (loader == null) {
            return null;
        }
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null; // as if unknown: loading the class will say more
        }
    }

    private Set<String> namedFor(ClassLoader loader) {
        Set<String> all = new HashSet<>(named);
        try {
            for (URL file : Collections.list(loader.getResources(NAMED_FILE))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines().forEach(line -> all.add(line.split("\t", 2)[0].replace('.', '/')));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read " + NAMED_FILE + " of " + loader, e);
        }
        return all;
    }
}
