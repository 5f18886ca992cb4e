package org.aludel.jta.embedded;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseBehaviour;
import org.aludel.core.dialect.TwoPhaseSupport;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Makes pools of XA connections which enlist themselves in the embedded transaction manager.
 *
 * <pre>{@code
 * XaPool pool = new XaPool("orders", "org.postgresql.xa.PGXADataSource", "jdbc:postgresql://localhost/orders");
 * pool.credentials("scott", "tiger").maxSize(10);
 * DataSource dataSource = pool.open(transactions);
 * }</pre>
 *
 * @since 0.1
 */
public final class XaPool {

    private final String name;
    private final String xaDataSourceClass;
    private final String jdbcUrl;
    private @Nullable String user;
    private @Nullable String password;
    private int maxSize = 10;
    private Duration timeout = Duration.ofSeconds(30);
    private Predicate<Connection> failed = connection -> false;

    /**
     * @param name stable name of the database, the same at each start: recovery finds branches by it
     * @param xaDataSourceClass the driver's XADataSource
     */
    public XaPool(String name, String xaDataSourceClass, String jdbcUrl) {
        this.name = name;
        this.xaDataSourceClass = xaDataSourceClass;
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * A pool for the database that an engine would connect to.
     *
     * @throws ArgumentException ALU-0808 if the database takes no part in two-phase transactions
     * @throws SQLException if the driver's XADataSource can't be made
     */
    public static XaPool of(String name, ConnectArguments arguments, DatabaseBehaviour behaviour) throws SQLException {
        XADataSource driver = behaviour.xaDataSource(arguments);
        if (driver == null || behaviour.twoPhase() == TwoPhaseSupport.NONE) {
            throw new ArgumentException(
                    "ALU-0808",
                    "the database takes no part in two-phase transactions; where: '" + name + "', " + arguments
                            + "; what to do: use one that does, or local transactions (aludel.jta=none)");
        }
        return new XaPool(name, driver.getClass().getName(), behaviour.urlWithOptions(arguments))
                .credentials(
                        arguments.properties().get("user"),
                        arguments.properties().get("password"))
                .failedWhen(connection -> isFailed(behaviour, connection));
    }

    private static boolean isFailed(DatabaseBehaviour behaviour, Connection connection) {
        try {
            return behaviour.isTransactionFailed(connection);
        } catch (SQLException unusable) {
            // A connection that can't even be asked has no transaction left that could be committed.
            return true;
        }
    }

    public XaPool credentials(@Nullable String newUser, @Nullable String newPassword) {
        user = newUser;
        password = newPassword;
        return this;
    }

    /** The most connections open at once (10 unless said). */
    public XaPool maxSize(int connections) {
        if (connections < 1) {
            throw new ArgumentException(
                    "ALU-0806",
                    "a pool of " + connections + " connections; where: XA pool '" + name
                            + "'; what to do: give at least 1");
        }
        maxSize = connections;
        return this;
    }

    /** How long a request for a connection waits (30 seconds unless said). */
    public XaPool timeout(Duration wait) {
        timeout = wait;
        return this;
    }

    /**
     * How to ask a connection whether the database has given its transaction up; asked before a commit.
     */
    public XaPool failedWhen(Predicate<Connection> newFailed) {
        failed = newFailed;
        return this;
    }

    /**
     * Opens the pool and registers it for recovery.
     *
     * @throws ArgumentException ALU-0807 if the driver is not there or refuses its settings
     */
    public AgroalDataSource open(NarayanaTransactions transactions) {
        PoolEnlistment enlistment = new PoolEnlistment(name, transactions, failed);
        try {
            return AgroalDataSource.from(settings(enlistment));
        } catch (SQLException | RuntimeException refused) {
            throw new ArgumentException(
                    "ALU-0807",
                    "the XA pool can't be made: " + refused.getMessage() + "; where: '" + name + "', "
                            + xaDataSourceClass
                            + "; what to do: put the driver on the class path and check its settings",
                    refused);
        }
    }

    private AgroalDataSourceConfigurationSupplier settings(PoolEnlistment enlistment) {
        return new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(maxSize)
                        .acquisitionTimeout(timeout)
                        .transactionIntegration(enlistment)
                        .connectionFactoryConfiguration(factory -> {
                            factory.connectionProviderClassName(xaDataSourceClass)
                                    .jdbcUrl(jdbcUrl);
                            if (user != null) {
                                factory.principal(new NamePrincipal(user)).recoveryPrincipal(new NamePrincipal(user));
                            }
                            if (password != null) {
                                factory.credential(new SimplePassword(password))
                                        .recoveryCredential(new SimplePassword(password));
                            }
                            return factory;
                        }));
    }
}
