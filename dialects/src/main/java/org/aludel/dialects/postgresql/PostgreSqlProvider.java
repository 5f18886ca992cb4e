package org.aludel.dialects.postgresql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;

/** Offers PostgreSQL through pgjdbc: {@code postgresql://user:password@host:5432/database}. */
public final class PostgreSqlProvider implements DialectProvider {

    private static final String DRIVER = "org.postgresql.Driver";

    @Override
    public List<String> names() {
        return List.of("postgresql", "postgres");
    }

    @Override
    public String urlForm() {
        return "postgresql[+pgjdbc]://user:password@host:5432/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("PostgreSQL");
    }

    @Override
    public CoreDialect dialect() {
        return PostgreSql.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "pgjdbc");
        String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        // batches of inserts that nobody asks for keys go out as one statement of several rows
        properties.putIfAbsent("reWriteBatchedInserts", "true");
        return new ConnectArguments(
                "jdbc:postgresql://" + url.address("localhost", 5432) + "/" + database, DRIVER, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }
}
