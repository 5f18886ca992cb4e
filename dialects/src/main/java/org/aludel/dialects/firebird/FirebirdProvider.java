package org.aludel.dialects.firebird;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;
import org.aludel.core.dialect.XaDataSources;

/**
 * Offers Firebird: {@code firebird://user:password@host/alias} or {@code firebird://user:password@host//path/of.fdb} on a
 * server, {@code firebird+embedded:///path} inside the process.
 *
 * <p>Of the options one is ours: {@code lockTimeout}, the seconds that a statement waits for a row of somebody else (10 if
 * not given); the driver would wait for ever.
 */
public final class FirebirdProvider implements DialectProvider {

    private static final String DRIVER = "org.firebirdsql.jdbc.FBDriver";
    private static final String SERVER = "jdbc:firebird(?:sql)?:(?:java:)?//([^:/]+)(?::(\\d+))?/([^?]*).*";

    @Override
    public List<String> names() {
        return List.of("firebird");
    }

    @Override
    public String urlForm() {
        return "firebird[+jaybird|+native|+embedded]://user:password@host:3050/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:firebird:") || jdbcUrl.startsWith("jdbc:firebirdsql:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("Firebird");
    }

    @Override
    public CoreDialect dialect() {
        return Firebird.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        String driver = DriverNames.require(url, "jaybird", "native", "embedded");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        properties.putIfAbsent("encoding", "UTF8");
        String seconds = properties.remove("lockTimeout");
        lockTimeout(properties, seconds == null ? "10" : seconds);
        String jdbc = driver.equals("embedded")
                ? "jdbc:firebird:embedded:" + url.database()
                : "jdbc:firebird:" + (driver.equals("native") ? "native:" : "") + "//" + url.address("localhost", 3050)
                        + "/" + url.database();
        return new ConnectArguments(jdbc, DRIVER, properties);
    }

    /** The transaction parameters of each isolation level, with a limit to waiting. */
    private static void lockTimeout(Map<String, String> properties, String seconds) {
        String wait = ",isc_tpb_write,isc_tpb_wait,isc_tpb_lock_timeout=" + seconds;
        properties.putIfAbsent("TRANSACTION_READ_COMMITTED", "isc_tpb_read_committed,isc_tpb_rec_version" + wait);
        properties.putIfAbsent("TRANSACTION_REPEATABLE_READ", "isc_tpb_concurrency" + wait);
        properties.putIfAbsent("TRANSACTION_SERIALIZABLE", "isc_tpb_consistency" + wait);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }

    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        Matcher server = Pattern.compile(SERVER).matcher(arguments.jdbcUrl());
        Map<String, String> properties = new LinkedHashMap<>();
        if (server.matches()) {
            properties.put("serverName", server.group(1));
            if (server.group(2) != null) {
                properties.put("portNumber", server.group(2));
            }
            properties.put("databaseName", server.group(3));
        } else {
            properties.put("databaseName", arguments.jdbcUrl().substring("jdbc:firebird:".length()));
        }
        String encoding = arguments.properties().get("encoding");
        if (encoding != null) {
            properties.put("encoding", encoding);
        }
        return XaDataSources.of("org.firebirdsql.ds.FBXADataSource", properties, arguments);
    }
}
