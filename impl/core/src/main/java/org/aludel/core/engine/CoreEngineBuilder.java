package org.aludel.core.engine;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.Dialects;
import org.aludel.core.dialect.UrlSecrets;
import org.aludel.core.engine.spi.TransactionIntegration;
import org.aludel.core.pool.JdbcOpener;
import org.aludel.core.pool.PoolKinds;
import org.aludel.core.pool.WatchedPool;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EchoSink;
import org.aludel.engine.EngineBuilder;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Isolation;
import org.aludel.engine.PoolConfig;
import org.aludel.engine.spi.ConnectionOpener;
import org.aludel.engine.spi.ConnectionPool;
import org.aludel.errors.ArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Builds engines. Beyond the settings for users it takes what integrations bring: who knows the current transaction, and
 * a pool of another kind.
 */
public final class CoreEngineBuilder implements EngineBuilder {

    private static final int DEFAULT_CACHE = 500;

    private final @Nullable String url;
    private final @Nullable DataSource dataSource;
    private final EngineOptions options = new EngineOptions();
    private final PoolConfig pool = new PoolConfig();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String dialectName;
    private @Nullable Isolation isolation;
    private @Nullable TransactionIntegration integration;
    private @Nullable ConnectionPool ownPool;
    private @Nullable Duration statementTimeout;
    private final Set<EchoCategory> echo = EnumSet.noneOf(EchoCategory.class);
    private @Nullable EchoSink sink;
    private boolean hideParameters;
    private boolean readOnly;
    private boolean volatileTwoPhase;
    private int cacheSize = DEFAULT_CACHE;
    private int fetchSize;

    private CoreEngineBuilder(@Nullable String url, @Nullable DataSource dataSource) {
        this.url = url;
        this.dataSource = dataSource;
    }

    /** For the database at a URL. */
    public static CoreEngineBuilder forUrl(String url) {
        return new CoreEngineBuilder(url, null);
    }

    /** For connections of a DataSource. */
    public static CoreEngineBuilder forDataSource(DataSource dataSource) {
        return new CoreEngineBuilder(null, dataSource);
    }

    @Override
    public CoreEngineBuilder name(String newName) {
        this.name = newName;
        return this;
    }

    @Override
    public CoreEngineBuilder user(@Nullable String newUser) {
        this.user = newUser;
        return this;
    }

    @Override
    public CoreEngineBuilder password(@Nullable String newPassword) {
        this.password = newPassword;
        return this;
    }

    @Override
    public CoreEngineBuilder property(String property, String value) {
        properties.put(property, value);
        return this;
    }

    @Override
    public CoreEngineBuilder pool(Consumer<PoolConfig> settings) {
        settings.accept(pool);
        return this;
    }

    @Override
    public CoreEngineBuilder isolation(Isolation level) {
        this.isolation = level;
        return this;
    }

    @Override
    public CoreEngineBuilder echo(boolean on) {
        if (on) {
            echo.add(EchoCategory.ENGINE);
        } else {
            echo.remove(EchoCategory.ENGINE);
        }
        return this;
    }

    @Override
    public CoreEngineBuilder echo(EchoCategory... categories) {
        echo.addAll(List.of(categories));
        return this;
    }

    @Override
    public CoreEngineBuilder echoTo(EchoSink newSink) {
        this.sink = newSink;
        return this;
    }

    @Override
    public CoreEngineBuilder option(String option, Object value) {
        options.put(option, value);
        return this;
    }

    @Override
    public CoreEngineBuilder hideParameters(boolean hide) {
        this.hideParameters = hide;
        return this;
    }

    @Override
    public CoreEngineBuilder statementCacheSize(int statements) {
        if (statements < 0) {
            throw new ArgumentException(
                    "ALU-0204",
                    "the size of the statement cache can't be " + statements
                            + "; where: statementCacheSize(...); what to do: give 0 or more");
        }
        this.cacheSize = statements;
        return this;
    }

    @Override
    public CoreEngineBuilder statementTimeout(Duration timeout) {
        this.statementTimeout = timeout;
        return this;
    }

    @Override
    public CoreEngineBuilder fetchSize(int rows) {
        this.fetchSize = rows;
        return this;
    }

    @Override
    public CoreEngineBuilder readOnly(boolean only) {
        this.readOnly = only;
        return this;
    }

    @Override
    public CoreEngineBuilder volatileTwoPhase(boolean allowed) {
        this.volatileTwoPhase = allowed;
        return this;
    }

    @Override
    public CoreEngineBuilder dialect(String newName) {
        this.dialectName = newName;
        return this;
    }

    /** Who knows whether the calling thread is in a transaction that is not the engine's own. */
    public CoreEngineBuilder integration(@Nullable TransactionIntegration newIntegration) {
        this.integration = newIntegration;
        return this;
    }

    /** A pool made elsewhere; the engine closes it. */
    public CoreEngineBuilder pool(ConnectionPool newPool) {
        this.ownPool = newPool;
        return this;
    }

    /** How the engine would connect, with user, password and properties merged in: for pools made elsewhere. */
    public ConnectArguments connectArguments() {
        if (url == null) {
            throw new ArgumentException(
                    "ALU-0202",
                    "there is no URL to connect by; where: an engine on a DataSource; what to do: build it from a URL");
        }
        return connectArguments(Dialects.find(), url);
    }

    /** The settings of the pool so far. */
    public PoolConfig poolConfig() {
        return pool;
    }

    /** The dialect that the engine will have; a DataSource is asked for it, unless it was named. */
    public CoreDialect dialect() {
        Dialects dialects = Dialects.find();
        return url != null
                ? dialectOf(dialects, url)
                : dialectInUse(dialects, dataSourceOpener()).get();
    }

    @Override
    public CoreEngine build() {
        Dialects dialects = Dialects.find();
        String from = url;
        if (from != null) {
            ConnectArguments arguments = connectArguments(dialects, from);
            ConnectionOpener opener = ownPool != null ? CoreEngineBuilder::closed : new JdbcOpener(arguments);
            DialectInUse dialect = new DialectInUse(dialectOf(dialects, from), provider(dialects, from));
            return build(dialect, arguments, opener, nameOr(UrlSecrets.mask(from)));
        }
        ConnectionOpener opener = dataSourceOpener();
        return build(dialectInUse(dialects, opener), null, opener, nameOr("datasource"));
    }

    private ConnectionOpener dataSourceOpener() {
        DataSource source = Objects.requireNonNull(dataSource);
        return new DataSourceOpener(source, user, password);
    }

    /** With a pool made elsewhere there is nothing to open here. */
    private static Connection closed() throws SQLException {
        throw new SQLException("the engine's pool opens its connections", "08003");
    }

    private CoreEngine build(
            DialectInUse dialect, @Nullable ConnectArguments arguments, ConnectionOpener raw, String engineName) {
        ConnectionOpener opener = new PreparedOpener(raw, dialect);
        WatchedPool connections =
                new WatchedPool(engineName, opener, pool, PoolKinds.of(pool, ownPool, arguments, dataSource));
        EngineSettings settings = new EngineSettings(
                engineName,
                pool,
                isolation,
                echo,
                sink,
                hideParameters,
                cacheSize,
                fetchSize == 0 && statementTimeout == null
                        ? ExecutionOptions.DEFAULT
                        : ExecutionOptions.DEFAULT.withFetchSize(fetchSize).withTimeout(statementTimeout),
                volatileTwoPhase,
                arguments,
                options.isBatching(),
                readOnly);
        return new CoreEngine(settings, dialect, connections, integration);
    }

    /** Opens what {@link #prepared} takes; a class of its own, since each lambda costs a program that starts more. */
    private final class PreparedOpener implements ConnectionOpener {

        private final ConnectionOpener raw;
        private final DialectInUse dialect;

        PreparedOpener(ConnectionOpener raw, DialectInUse dialect) {
            this.raw = raw;
            this.dialect = dialect;
        }

        @Override
        public Connection open() throws SQLException {
            return prepared(raw.open(), dialect.get());
        }
    }

    /** Every physical connection gets what the engine was told, once, before anyone uses it. */
    private Connection prepared(Connection connection, CoreDialect dialect) throws SQLException {
        try {
            if (isolation != null && isolation != Isolation.AUTOCOMMIT) {
                IsolationLevels.require(connection, dialect, isolation);
                connection.setTransactionIsolation(IsolationLevels.jdbc(isolation));
            }
            if (readOnly) {
                dialect.setReadOnly(connection, true);
            }
            dialect.opened(connection);
            return connection;
        } catch (SQLException e) {
            Jdbc.closeQuietly(connection);
            throw e;
        }
    }

    private ConnectArguments connectArguments(Dialects dialects, String from) {
        DialectProvider provider = provider(dialects, from);
        ConnectArguments arguments = from.startsWith("jdbc:") ? provider.connect(from) : provider.connect(parsed(from));
        Map<String, String> all = new LinkedHashMap<>(arguments.properties());
        all.putAll(properties);
        if (user != null) {
            all.put("user", user);
        }
        if (password != null) {
            all.put("password", password);
        }
        return arguments.withProperties(all);
    }

    /** The URL without the options that are the engine's own. */
    private DatabaseUrl parsed(String from) {
        return options.takeFrom(DatabaseUrl.parse(from));
    }

    private CoreDialect optioned(CoreDialect plain) {
        return options.isPlain() ? plain : plain.with(options.applyTo(plain.settings()));
    }

    private DialectProvider provider(Dialects dialects, String from) {
        if (dialectName != null) {
            return dialects.named(dialectName);
        }
        return from.startsWith("jdbc:")
                ? dialects.ofJdbcUrl(from)
                : dialects.named(parsed(from).dialect());
    }

    private CoreDialect dialectOf(Dialects dialects, String from) {
        DialectProvider provider = provider(dialects, from);
        return optioned(from.startsWith("jdbc:") ? provider.dialect() : provider.dialect(parsed(from)));
    }

    private DialectInUse dialectInUse(Dialects dialects, ConnectionOpener opener) {
        if (dialectName != null) {
            DialectProvider provider = dialects.named(dialectName);
            return new DialectInUse(optioned(provider.dialect()), provider);
        }
        try (Connection connection = opener.open()) {
            DatabaseMetaData metadata = connection.getMetaData();
            DialectProvider provider = dialects.of(metadata);
            return new DialectInUse(optioned(provider.atVersion(provider.dialect(metadata), metadata)), provider);
        } catch (SQLException e) {
            throw DatabaseErrors.unreachable(e, nameOr("datasource"));
        }
    }

    private String nameOr(String otherwise) {
        return name == null ? otherwise : name;
    }
}
