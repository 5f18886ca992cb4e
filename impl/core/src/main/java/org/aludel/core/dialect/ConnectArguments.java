package org.aludel.core.dialect;

import java.util.Map;
import org.aludel.engine.PoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * How to connect through JDBC.
 *
 * @param jdbcUrl without user and password
 * @param driverClass loaded before the first connection, if given
 * @param properties for the driver, {@code user} and {@code password} among them
 * @param poolKind the kind of pool that suits this database best
 */
public record ConnectArguments(
        String jdbcUrl, @Nullable String driverClass, Map<String, String> properties, PoolConfig.Kind poolKind) {

    public ConnectArguments {
        properties = Map.copyOf(properties);
    }

    public ConnectArguments(String jdbcUrl, @Nullable String driverClass, Map<String, String> properties) {
        this(jdbcUrl, driverClass, properties, PoolConfig.Kind.HIKARI);
    }
}
