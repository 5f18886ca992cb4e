package org.aludel.dialects.mysql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DriverNames;

/** How either driver is called. */
final class MySqlConnect {

    private static final String MARIADB_DRIVER = "org.mariadb.jdbc.Driver";
    private static final String MYSQL_DRIVER = "com.mysql.cj.jdbc.Driver";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private MySqlConnect() {}

    /** The arguments for a URL of our own form; the first driver is that of a URL that names none. */
    static ConnectArguments connect(DatabaseUrl url, String... drivers) {
        boolean mariaDb = DriverNames.require(url, drivers).equals("mariadb");
        String address = url.address("localhost", 3306);
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        String host = url.host();
        if (host == null || LOCAL.contains(host)) {
            // the MariaDB driver insists on TLS, which a server on the same machine seldom has
            if (mariaDb) {
                properties.putIfAbsent("sslMode", "disable");
            } else if (!properties.containsKey("sslMode")) {
                properties.put("sslMode", "DISABLED");
                properties.putIfAbsent("allowPublicKeyRetrieval", "true");
            }
        }
        String jdbc = (mariaDb ? "jdbc:mariadb://" : "jdbc:mysql://") + address + "/" + url.database();
        return new ConnectArguments(jdbc, mariaDb ? MARIADB_DRIVER : MYSQL_DRIVER, properties);
    }

    /** The arguments for a URL of JDBC's form. */
    static ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(
                jdbcUrl, jdbcUrl.startsWith("jdbc:mariadb:") ? MARIADB_DRIVER : MYSQL_DRIVER, Map.of());
    }
}
