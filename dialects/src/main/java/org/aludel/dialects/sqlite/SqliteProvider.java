package org.aludel.dialects.sqlite;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;
import org.aludel.engine.PoolConfig;

/** Offers SQLite: {@code sqlite:///file.db}, {@code sqlite:////path/of/file.db}, {@code sqlite://} in memory. */
public final class SqliteProvider implements DialectProvider {

    private static final String DRIVER = "org.sqlite.JDBC";
    private static final String MEMORY = "jdbc:sqlite::memory:";

    @Override
    public List<String> names() {
        return List.of("sqlite");
    }

    @Override
    public String urlForm() {
        return "sqlite:///file.db, sqlite:////path/of/file.db or sqlite:// in memory";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("SQLite");
    }

    @Override
    public CoreDialect dialect() {
        return Sqlite.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "xerial");
        String file = url.database();
        String jdbc = file.isEmpty() || file.equals(":memory:") ? MEMORY : "jdbc:sqlite:" + file;
        return arguments(jdbc, url.options());
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return arguments(jdbcUrl, Map.of());
    }

    private static ConnectArguments arguments(String jdbc, Map<String, String> options) {
        boolean memory = jdbc.equals(MEMORY) || jdbc.equals("jdbc:sqlite:");
        return new ConnectArguments(jdbc, DRIVER, options)
                .withPool(memory ? PoolConfig.Kind.SINGLE : PoolConfig.Kind.HIKARI);
    }
}
