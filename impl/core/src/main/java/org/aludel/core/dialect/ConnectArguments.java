package org.aludel.core.dialect;

import java.util.Map;
import java.util.TreeMap;
import org.aludel.engine.PoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * How to connect through JDBC.
 *
 * @param jdbcUrl without user and password
 * @param driverClass loaded before the first connection, if given
 * @param properties for the driver, {@code user} and {@code password} among them
 * @param poolKind the kind of pool that suits this database best
 * @param closingStatement executed once before the engine closes its pool, if given
 */
public record ConnectArguments(
        String jdbcUrl,
        @Nullable String driverClass,
        Map<String, String> properties,
        PoolConfig.Kind poolKind,
        @Nullable String closingStatement) {

    public ConnectArguments {
        properties = Map.copyOf(properties);
    }

    public ConnectArguments(String jdbcUrl, @Nullable String driverClass, Map<String, String> properties) {
        this(jdbcUrl, driverClass, properties, PoolConfig.Kind.HIKARI, null);
    }

    /** The same with a kind of pool. */
    public ConnectArguments withPool(PoolConfig.Kind kind) {
        return new ConnectArguments(jdbcUrl, driverClass, properties, kind, closingStatement);
    }

    /** The same with a statement to execute before the pool closes. */
    public ConnectArguments withClosingStatement(String sql) {
        return new ConnectArguments(jdbcUrl, driverClass, properties, poolKind, sql);
    }

    /** The same with other properties. */
    public ConnectArguments withProperties(Map<String, String> other) {
        return new ConnectArguments(jdbcUrl, driverClass, other, poolKind, closingStatement);
    }

    /**
     * The URL with all properties but user and password as options in it.
     *
     * @param first stands between URL and options
     * @param next stands between options
     */
    public String urlWithOptions(char first, char next) {
        StringBuilder url = new StringBuilder(jdbcUrl);
        for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
            if (!property.getKey().equals("user") && !property.getKey().equals("password")) {
                url.append(url.indexOf(String.valueOf(first)) < 0 ? first : next)
                        .append(property.getKey())
                        .append('=')
                        .append(property.getValue());
            }
        }
        return url.toString();
    }

    /** Without properties, which may hold a password. */
    @Override
    public String toString() {
        return UrlSecrets.mask(jdbcUrl);
    }
}
