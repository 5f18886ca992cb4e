package org.aludel.jta;

import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.aludel.core.engine.CoreEngine;
import org.aludel.core.engine.spi.TransactionIntegration;
import org.aludel.core.engine.spi.TransactionScope;
import org.aludel.errors.TransactionStateException;
import org.jspecify.annotations.Nullable;

/**
 * Makes an engine take part in Jakarta transactions: inside one, the engine lends one connection for the whole of it,
 * enlisted at its first use; outside, it lends connections as ever.
 *
 * <p>The DataSource enlists its connections itself, as a server's does and the embedded pool does.
 */
public final class JtaIntegration implements TransactionIntegration {

    private final JtaPlatform platform;
    private final DataSource dataSource;

    public JtaIntegration(JtaPlatform platform, DataSource dataSource) {
        this.platform = platform;
        this.dataSource = dataSource;
    }

    @Override
    public @Nullable TransactionScope current(CoreEngine engine) {
        Object transaction = platform.registry().getTransactionKey();
        if (transaction == null) {
            return null;
        }
        // The engine itself is the key: a registry keeps resources by transaction, so this is once per both.
        JtaScope scope = (JtaScope) platform.registry().getResource(engine);
        if (scope != null) {
            return scope;
        }
        int status = platform.registry().getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            return null;
        }
        if (status != Status.STATUS_ACTIVE && status != Status.STATUS_MARKED_ROLLBACK) {
            throw new TransactionStateException(
                    "ALU-0810",
                    "the transaction takes no more work, it is " + TransactionStates.name(status) + "; where: engine "
                            + engine.name() + ", transaction " + transaction
                            + "; what to do: begin a new transaction");
        }
        JtaScope made = new JtaScope(platform, engine, transaction, open(engine, transaction));
        platform.registry().registerInterposedSynchronization(made);
        platform.registry().putResource(engine, made);
        return made;
    }

    private Connection open(CoreEngine engine, Object transaction) {
        try {
            return dataSource.getConnection();
        } catch (SQLException refused) {
            throw new TransactionStateException(
                    "ALU-0811",
                    "no connection could be enlisted: " + refused.getMessage() + "; where: engine " + engine.name()
                            + ", transaction " + transaction
                            + "; what to do: see whether the database is up and the transaction still active",
                    refused);
        }
    }
}
