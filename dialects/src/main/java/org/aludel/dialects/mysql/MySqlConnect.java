package org.aludel.dialects.mysql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DriverNames;

/** How either driver is called. */
final class MySqlConnect {

    private static final String MARIADB_DRIVER = "org.mariadb.jdbc.Driver";
    private static final String MYSQL_DRIVER = "com.mysql.cj.jdbc.Driver";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Pattern VERSION = Pattern.compile("^(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\.(\\d+)");

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

    /** Whether the server is a MariaDB, whichever driver asks. */
    static boolean isMariaDb(DatabaseMetaData metadata) throws SQLException {
        return (metadata.getDatabaseProductName() + metadata.getDatabaseProductVersion()).contains("MariaDB");
    }

    /** The dialect with the server's version, if it is the dialect of such a server. */
    static CoreDialect atVersion(CoreDialect dialect, DatabaseMetaData metadata) throws SQLException {
        if (dialect.settings().version() != null
                || isMariaDb(metadata) != dialect.name().equals("mariadb")) {
            return dialect;
        }
        // MariaDB may put 5.5.5 before its version, for the sake of old clients
        Matcher version = VERSION.matcher(String.valueOf(metadata.getDatabaseProductVersion()));
        return version.find()
                ? dialect.with(dialect.settings()
                        .version(
                                Integer.parseInt(version.group(1)),
                                Integer.parseInt(version.group(2)),
                                Integer.parseInt(version.group(3))))
                : dialect;
    }

    /** The arguments for a URL of JDBC's form. */
    static ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(
                jdbcUrl, jdbcUrl.startsWith("jdbc:mariadb:") ? MARIADB_DRIVER : MYSQL_DRIVER, Map.of());
    }
}
