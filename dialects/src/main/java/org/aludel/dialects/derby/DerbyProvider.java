package org.aludel.dialects.derby;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;
import org.aludel.core.dialect.XaDataSources;

/**
 * Offers Derby: {@code derby:///memory:name} in memory for the life of the JVM, {@code derby:///path} in a directory,
 * {@code derby://host/name} on a server. An embedded database is created when it is not there.
 */
public final class DerbyProvider implements DialectProvider {

    private static final String EMBEDDED = "org.apache.derby.jdbc.EmbeddedDriver";
    private static final String CLIENT = "org.apache.derby.jdbc.ClientDriver";
    private static final String PREFIX = "jdbc:derby:";

    @Override
    public List<String> names() {
        return List.of("derby");
    }

    @Override
    public String urlForm() {
        return "derby:///memory:name, derby:///path/of/directory or derby://user:password@host:1527/name?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(PREFIX);
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("Apache Derby");
    }

    @Override
    public CoreDialect dialect() {
        return Derby.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "derby");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        if (url.host() != null) {
            return new ConnectArguments(
                    PREFIX + "//" + url.address("localhost", 1527) + "/" + url.database(), CLIENT, properties);
        }
        properties.putIfAbsent("create", "true");
        return new ConnectArguments(PREFIX + url.database(), EMBEDDED, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, jdbcUrl.startsWith(PREFIX + "//") ? CLIENT : EMBEDDED, Map.of());
    }

    /** The sources of both drivers take the parts of a URL, not the URL. */
    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        String[] parts =
                arguments.urlWithOptions(';', ';').substring(PREFIX.length()).split(";", 2);
        String place = parts[0];
        Map<String, String> properties = new LinkedHashMap<>();
        if (parts.length > 1) {
            properties.put("connectionAttributes", parts[1]);
        }
        if (!place.startsWith("//")) {
            properties.put("databaseName", place);
            return XaDataSources.of("org.apache.derby.jdbc.EmbeddedXADataSource", properties, arguments);
        }
        int slash = place.indexOf('/', 2);
        String address = place.substring(2, slash);
        int colon = address.lastIndexOf(':');
        properties.put("serverName", colon < 0 ? address : address.substring(0, colon));
        if (colon >= 0) {
            properties.put("portNumber", address.substring(colon + 1));
        }
        properties.put("databaseName", place.substring(slash + 1));
        return XaDataSources.of("org.apache.derby.jdbc.ClientXADataSource", properties, arguments);
    }
}
