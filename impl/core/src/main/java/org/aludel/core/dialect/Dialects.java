package org.aludel.core.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.aludel.errors.ArgumentException;

/**
 * The dialects on the class path. Found anew for each engine, through the loader of whoever builds it, so that nothing
 * static keeps a deployment alive.
 */
public final class Dialects {

    private final List<DialectProvider> providers;

    private Dialects(List<DialectProvider> providers) {
        this.providers = providers;
    }

    /** Looks with the context class loader first, then with ours. */
    public static Dialects find() {
        Map<Class<?>, DialectProvider> found = new LinkedHashMap<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Dialects.class.getClassLoader();
        if (context != null && context != own) {
            collect(context, found);
        }
        collect(own, found);
        return new Dialects(List.copyOf(found.values()));
    }

    private static void collect(ClassLoader loader, Map<Class<?>, DialectProvider> found) {
        try {
            for (DialectProvider provider : ServiceLoader.load(DialectProvider.class, loader)) {
                found.putIfAbsent(provider.getClass(), provider);
            }
        } catch (ServiceConfigurationError e) {
            // Another deployment's providers against another copy of our interface: not ours to use.
        }
    }

    /**
     * The dialect that a URL names.
     *
     * @throws ArgumentException ALU-0201 if there is none
     */
    public DialectProvider named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (DialectProvider provider : providers) {
            if (provider.names().contains(wanted)) {
                return provider;
            }
        }
        throw new ArgumentException(
                "ALU-0201",
                "no dialect is named \"" + name + "\"; where: the database URL; what to do: use one of " + forms());
    }

    /**
     * The dialect of a {@code jdbc:} URL.
     *
     * @throws ArgumentException ALU-0201 if there is none
     */
    public DialectProvider ofJdbcUrl(String url) {
        for (DialectProvider provider : providers) {
            if (provider.acceptsJdbcUrl(url)) {
                return provider;
            }
        }
        throw new ArgumentException(
                "ALU-0201",
                "no dialect takes this JDBC URL; where: \"" + UrlSecrets.mask(url) + "\"; what to do: use one of "
                        + forms());
    }

    /**
     * The dialect of the database that a connection leads to.
     *
     * @throws ArgumentException ALU-0206 if there is none
     */
    public DialectProvider of(DatabaseMetaData metadata) throws SQLException {
        for (DialectProvider provider : providers) {
            if (provider.accepts(metadata)) {
                return provider;
            }
        }
        throw new ArgumentException(
                "ALU-0206",
                "no dialect knows this database; where: a DataSource for " + metadata.getDatabaseProductName()
                        + "; what to do: add aludel-dialects, or name the nearest dialect with dialect(name); known: "
                        + forms());
    }

    /** All of them, those of the context class loader first. */
    public List<DialectProvider> providers() {
        return providers;
    }

    /** The forms of the URLs of all. */
    public List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (DialectProvider provider : providers) {
            forms.add(provider.urlForm());
        }
        forms.sort(null);
        return forms;
    }
}
