package org.aludel.jta.embedded;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.engine.CoreEngineBuilder;
import org.aludel.engine.Engine;
import org.aludel.engine.PoolConfig;
import org.aludel.errors.ArgumentException;
import org.aludel.jta.JtaIntegration;

/**
 * Makes engines on pooled XA connections that the embedded transaction manager drives.
 *
 * <pre>{@code
 * NarayanaTransactions transactions = NarayanaTransactions.start();
 * Engine engine = EmbeddedEngines.create("orders", "postgresql://scott:tiger@localhost/orders", transactions);
 * }</pre>
 *
 * @since 0.1
 */
public final class EmbeddedEngines {

    private EmbeddedEngines() {}

    /**
     * An engine with default settings.
     *
     * @param name stable name of the database, the same at each start: recovery finds branches by it
     * @throws ArgumentException ALU-0808 if the database takes no part in two-phase transactions
     */
    public static Engine create(String name, String url, NarayanaTransactions transactions) {
        return create((CoreEngineBuilder) Engine.builder(url).name(name), name, transactions);
    }

    /**
     * An engine with settings.
     *
     * @param builder the engine's settings, made for a URL
     */
    public static Engine create(CoreEngineBuilder builder, String name, NarayanaTransactions transactions) {
        ConnectArguments arguments = builder.connectArguments();
        PoolConfig config = builder.poolConfig();
        XaPool pool;
        try {
            pool = XaPool.of(name, arguments, builder.dialect());
        } catch (SQLException refused) {
            throw new ArgumentException(
                    "ALU-0807",
                    "the XA pool can't be made: " + refused.getMessage() + "; where: '" + name
                            + "'; what to do: put the driver on the class path and check its settings",
                    refused);
        }
        AgroalDataSource dataSource =
                pool.maxSize(config.maxConnections()).timeout(config.timeout()).open(transactions);
        return builder.pool(new XaConnections(dataSource, arguments.closingStatement()))
                .integration(new JtaIntegration(transactions.platform(), dataSource))
                .build();
    }
}
