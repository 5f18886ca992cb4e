package org.aludel.dialects.hsqldb;

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

/**
 * Offers HSQLDB: {@code hsqldb:///mem:name} in memory for the life of the JVM, {@code hsqldb:///path} in files,
 * {@code hsqldb://host/name} on a server. Transactions are multi-version ones unless an option says otherwise.
 */
public final class HsqldbProvider implements DialectProvider {

    private static final String DRIVER = "org.hsqldb.jdbc.JDBCDriver";

    @Override
    public List<String> names() {
        return List.of("hsqldb");
    }

    @Override
    public String urlForm() {
        return "hsqldb:///mem:name, hsqldb:///path/of/files or hsqldb://user:password@host:9001/name?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:hsqldb:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("HSQL");
    }

    @Override
    public CoreDialect dialect() {
        return Hsqldb.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "hsqldb");
        String database = url.database();
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        properties.putIfAbsent("user", "SA");
        properties.putIfAbsent("password", "");
        StringBuilder jdbc = new StringBuilder("jdbc:hsqldb:");
        if (url.host() != null) {
            jdbc.append("hsql://")
                    .append(url.address("localhost", 9001))
                    .append('/')
                    .append(database);
            return new ConnectArguments(jdbc.toString(), DRIVER, properties);
        }
        properties.putIfAbsent("hsqldb.tx", "mvcc");
        if (database.startsWith("mem:") || database.startsWith("file:") || database.startsWith("res:")) {
            jdbc.append(database);
        } else {
            jdbc.append(database.isEmpty() ? "mem:" : "file:").append(database);
        }
        if (!database.startsWith("mem:") && !database.isEmpty()) {
            // files are closed with the last connection, so that another process can open them
            properties.putIfAbsent("shutdown", "true");
        }
        return new ConnectArguments(jdbc.toString(), DRIVER, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }
}
