package org.aludel.engine.spi;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.EngineBuilder;
import org.aludel.engine.KnownDialect;
import org.aludel.engine.Pool;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.TwoPhase;
import org.aludel.errors.InvalidRequestException;
import org.aludel.schema.Inspector;

/**
 * Implements engines; found by {@link ServiceLoader}. aludel-core has the one implementation.
 *
 * @since 0.1
 */
public interface EngineProvider {

    /** Starts an engine from a URL of Aludel's own form or from a {@code jdbc:} URL. */
    EngineBuilder builder(String url);

    /** Starts an engine on a DataSource; the dialect is found from the database's metadata. */
    EngineBuilder builder(DataSource dataSource);

    /** Starts an engine from properties: {@code url} or {@code datasource}, {@code user}, {@code pool.size} and so on. */
    EngineBuilder builder(Map<String, String> properties);

    /** Makes a pool of JDBC connections that is used without an engine. */
    Pool pool(ConnectionOpener opener, Consumer<PoolConfig> settings);

    /** Inspects a database through connections that are borrowed for each call. */
    Inspector inspector(Engine engine);

    /** Inspects a database through one connection. */
    Inspector inspector(Connection connection);

    /** Begins one distributed transaction over the engines. */
    TwoPhase beginTwoPhase(List<Engine> engines);

    /** Finishes what a crash left in doubt, by the decision records. */
    void recoverTwoPhase(List<Engine> engines);

    /** The known databases, as {@code name[+driver]} with the form of their URLs. */
    List<String> dialects();

    /** The known databases with what each can be told when connecting; see {@link Engine#knownDialects()}. */
    List<KnownDialect> knownDialects();

    /** One of them; see {@link Engine#knownDialect}. */
    KnownDialect knownDialect(String name);

    /**
     * The implementation that the caller's class path offers: the context class loader's first, so that in a server each
     * deployment finds its own.
     *
     * @throws InvalidRequestException ALU-0207 when there is none
     */
    static EngineProvider find() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            try {
                var found = ServiceLoader.load(EngineProvider.class, context).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (ServiceConfigurationError e) {
                // Another deployment's implementation against another copy of this interface: ours is tried below.
            }
        }
        return ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "ALU-0207",
                        "no implementation of engines was found; where: class path of "
                                + EngineProvider.class.getName()
                                + "; what to do: add org.aludel:aludel-core (and aludel-dialects) to the class path"));
    }
}
