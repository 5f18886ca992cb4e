package org.aludel.core.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The dialects on the class path. Found anew for each engine, through the loader of whoever builds it, so that nothing
 * static keeps a deployment alive.
 */
public final class Dialects {

    private final List<DialectProvider> found = new ArrayList<>();
    private final Deque<Iterator<DialectProvider>> sources = new ArrayDeque<>();

    private Dialects() {}

    /** Looks with the context class loader first, then with ours; no further than to the one that is wanted. */
    public static Dialects find() {
        Dialects dialects = new Dialects();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Dialects.class.getClassLoader();
        if (context != null && context != own) {
            dialects.sources.add(
                    ServiceLoader.load(DialectProvider.class, context).iterator());
        }
        dialects.sources.add(ServiceLoader.load(DialectProvider.class, own).iterator());
        return dialects;
    }

    /** The one at a place, which is looked for if it was not found before; null behind the last. */
    private @Nullable DialectProvider at(int place) {
        while (place >= found.size()) {
            Iterator<DialectProvider> source = sources.peek();
            if (source == null) {
                return null;
            }
            DialectProvider next = next(source);
            if (next == null) {
                sources.remove();
            } else if (!isFound(next.getClass())) {
                found.add(next);
            }
        }
        return found.get(place);
    }

    private static @Nullable DialectProvider next(Iterator<DialectProvider> source) {
        try {
            return source.hasNext() ? source.next() : null;
        } catch (ServiceConfigurationError e) {
            // Another deployment's providers against another copy of our interface: not ours to use.
            return null;
        }
    }

    private boolean isFound(Class<?> type) {
        for (DialectProvider provider : found) {
            if (provider.getClass() == type) {
                return true;
            }
        }
        return false;
    }

    /**
     * The dialect that a URL names.
     *
     * @throws ArgumentException ALU-0201 if there is none
     */
    public DialectProvider named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        DialectProvider provider;
        for (int i = 0; (provider = at(i)) != null; i++) {
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
        DialectProvider provider;
        for (int i = 0; (provider = at(i)) != null; i++) {
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
        DialectProvider provider;
        for (int i = 0; (provider = at(i)) != null; i++) {
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
        at(Integer.MAX_VALUE);
        return List.copyOf(found);
    }

    /** The forms of the URLs of all. */
    public List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (DialectProvider provider : providers()) {
            forms.add(provider.urlForm());
        }
        forms.sort(null);
        return forms;
    }
}
