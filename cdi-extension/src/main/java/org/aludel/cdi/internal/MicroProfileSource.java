package org.aludel.cdi.internal;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Settings from MicroProfile Config; the only class that names it, because it may be absent. */
final class MicroProfileSource implements Settings.Source {

    private final Config config;

    MicroProfileSource(ClassLoader loader) {
        config = ConfigProvider.getConfig(loader);
    }

    /** Whether an implementation is there, and not only its API. */
    static boolean isPresent(ClassLoader loader) {
        try {
            Class.forName("org.eclipse.microprofile.config.ConfigProvider", false, loader);
            ConfigProvider.getConfig(loader);
            return true;
        } catch (ClassNotFoundException | IllegalStateException | LinkageError absent) {
            // No API on the class path, or an API without an implementation: plain properties serve.
            return false;
        }
    }

    @Override
    public @Nullable String get(String name) {
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    @Override
    public Iterable<String> names() {
        return config.getPropertyNames();
    }
}
