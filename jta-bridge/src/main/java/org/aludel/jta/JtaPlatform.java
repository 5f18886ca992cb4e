package org.aludel.jta;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.aludel.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * The transaction services that the bridge works with: the registry for everything, and the manager where one enlists
 * resources by hand. In a server the registry alone is enough, because the server's DataSource enlists itself.
 *
 * @since 0.1
 */
public final class JtaPlatform {

    /** Where Jakarta EE servers publish the registry. */
    public static final String REGISTRY_NAME = "java:comp/TransactionSynchronizationRegistry";

    private final TransactionSynchronizationRegistry registry;
    private final @Nullable TransactionManager manager;

    private JtaPlatform(TransactionSynchronizationRegistry registry, @Nullable TransactionManager manager) {
        this.registry = Objects.requireNonNull(registry);
        this.manager = manager;
    }

    /** A platform of known parts. */
    public static JtaPlatform of(TransactionSynchronizationRegistry registry, @Nullable TransactionManager manager) {
        return new JtaPlatform(registry, manager);
    }

    /**
     * The server's platform.
     *
     * @throws InvalidRequestException ALU-0801 if no registry is bound
     */
    public static JtaPlatform fromJndi() {
        JtaPlatform found = findInJndi();
        if (found == null) {
            throw new InvalidRequestException(
                    "ALU-0801",
                    "no transaction service; where: JNDI name " + REGISTRY_NAME + " is not bound; what to do: run in a"
                            + " Jakarta EE server, or start the embedded one with NarayanaTransactions.start()");
        }
        return found;
    }

    /** The server's platform, or null where no registry is bound. */
    public static @Nullable JtaPlatform findInJndi() {
        try {
            Object bound = new InitialContext().lookup(REGISTRY_NAME);
            return bound instanceof TransactionSynchronizationRegistry registry ? of(registry, null) : null;
        } catch (NamingException absent) {
            // Not bound, or no naming service at all: both mean that no server is around.
            return null;
        }
    }

    public TransactionSynchronizationRegistry registry() {
        return registry;
    }

    /** The manager, or null in a server, where the bridge needs none. */
    public @Nullable TransactionManager manager() {
        return manager;
    }

    /** True while the calling thread is in a transaction, in whatever state. */
    public boolean inTransaction() {
        return registry.getTransactionKey() != null;
    }
}
