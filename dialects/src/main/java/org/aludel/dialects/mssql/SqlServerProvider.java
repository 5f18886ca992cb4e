package org.aludel.dialects.mssql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;

/**
 * Offers SQL Server: {@code mssql://user:password@host:1433/database} through Microsoft's driver, {@code mssql+jtds://...}
 * through jTDS.
 */
public final class SqlServerProvider implements DialectProvider {

    private static final String MICROSOFT = "com.microsoft.sqlserver.jdbc.SQLServerDriver";
    private static final String JTDS = "net.sourceforge.jtds.jdbc.Driver";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    @Override
    public List<String> names() {
        return List.of("mssql", "sqlserver");
    }

    @Override
    public String urlForm() {
        return "mssql[+mssql|+jtds]://user:password@host:1433/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlserver:") || jdbcUrl.startsWith("jdbc:jtds:sqlserver:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("Microsoft SQL Server");
    }

    @Override
    public CoreDialect dialect() {
        return SqlServer.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        String address = url.address("localhost", 1433);
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        if (DriverNames.require(url, "mssql", "jtds").equals("jtds")) {
            return new ConnectArguments("jdbc:jtds:sqlserver://" + address + "/" + url.database(), JTDS, properties);
        }
        if (!url.database().isEmpty()) {
            properties.putIfAbsent("databaseName", url.database());
        }
        if (url.host() == null || LOCAL.contains(url.host())) {
            // the driver insists on TLS, and a server on the same machine seldom has a certificate to trust
            properties.putIfAbsent("trustServerCertificate", "true");
        }
        return new ConnectArguments("jdbc:sqlserver://" + address, MICROSOFT, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, jdbcUrl.startsWith("jdbc:jtds:") ? JTDS : MICROSOFT, Map.of());
    }
}
