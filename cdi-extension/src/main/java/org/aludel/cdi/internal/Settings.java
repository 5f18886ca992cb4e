package org.aludel.cdi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code aludel.*}: from MicroProfile Config where it is present, else from system properties, the
 * environment and {@code META-INF/microprofile-config.properties}, in that order.
 */
public final class Settings {

    private static final String PREFIX = "aludel.";
    private static final String FILE = "META-INF/microprofile-config.properties";

    /** Second parts of names that are settings of the default engine, and so name no engine. */
    private static final Set<String> OF_ENGINE = Set.of(
            "url",
            "datasource",
            "user",
            "password",
            "pool",
            "isolation",
            "echo",
            "schema",
            "name",
            "statement-timeout",
            "fetch-size",
            "property");

    /** Second parts of names that belong to the application as a whole, to compilation or to tests. */
    private static final Set<String> OF_NO_ENGINE = Set.of("jta", "mapped", "test", "metamodel", "build");

    private final Source source;

    private Settings(Source source) {
        this.source = source;
    }

    /** A place that settings come from. */
    interface Source {
        @Nullable
        String get(String name);

        Iterable<String> names();
    }

    /** The settings that a deployment sees. */
    public static Settings of(ClassLoader loader) {
        return new Settings(
                MicroProfileSource.isPresent(loader) ? new MicroProfileSource(loader) : new PlainSource(loader));
    }

    /** The value of {@code aludel.<name>}, or null. */
    public @Nullable String get(String name) {
        String value = source.get(PREFIX + name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    /** A setting of an engine: {@code aludel.url} of the default one, {@code aludel.audit.url} of the one named audit. */
    public @Nullable String get(String engine, String name) {
        return get(engine.isEmpty() ? name : engine + "." + name);
    }

    /** The names of the engines for which a URL or a DataSource is set; the default one is the empty name. */
    public Set<String> engines() {
        Set<String> engines = new LinkedHashSet<>();
        for (String name : new TreeSet<>(names())) {
            if (name.equals("url") || name.equals("datasource")) {
                engines.add("");
            } else if (name.endsWith(".url") || name.endsWith(".datasource")) {
                String engine = name.substring(0, name.lastIndexOf('.'));
                if (!engine.contains(".") && !OF_ENGINE.contains(engine) && !OF_NO_ENGINE.contains(engine)) {
                    engines.add(engine);
                }
            }
        }
        return engines;
    }

    /** All settings of one engine, by their names without prefix and engine. */
    public Map<String, String> ofEngine(String engine) {
        Map<String, String> found = new java.util.TreeMap<>();
        String start = engine.isEmpty() ? "" : engine + ".";
        for (String name : names()) {
            if (name.startsWith(start)) {
                String rest = name.substring(start.length());
                String first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
                String value = get(name);
                if (value != null && OF_ENGINE.contains(first)) {
                    found.put(rest, value);
                }
            }
        }
        return found;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : source.names()) {
            if (name.startsWith(PREFIX)) {
                names.add(name.substring(PREFIX.length()));
            } else if (name.startsWith("ALUDEL_")) {
                names.add(name.substring(PREFIX.length())
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '.'));
            }
        }
        return names;
    }

    /** System properties, environment and the properties file. */
    private static final class PlainSource implements Source {
        private final Properties file = new Properties();

        PlainSource(ClassLoader loader) {
            try {
                // The first on the class path wins, as it does in MicroProfile Config for equal ordinals.
                List<URL> files = Collections.list(loader.getResources(FILE));
                Collections.reverse(files);
                for (URL url : files) {
                    try (InputStream in = url.openStream()) {
                        file.load(in);
                    }
                }
            } catch (IOException unreadable) {
                throw new ArgumentException(
                        "ALU-0901",
                        "settings can't be read; where: " + FILE + "; what to do: check the file",
                        unreadable);
            }
        }

        @Override
        public @Nullable String get(String name) {
            String value = System.getProperty(name);
            if (value == null) {
                value = System.getenv(name);
            }
            if (value == null) {
                value = System.getenv(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT));
            }
            return value == null ? file.getProperty(name) : value;
        }

        @Override
        public Iterable<String> names() {
            Set<String> names = new LinkedHashSet<>(System.getProperties().stringPropertyNames());
            names.addAll(System.getenv().keySet());
            names.addAll(file.stringPropertyNames());
            return names;
        }
    }
}
