package org.aludel.dialects.h2;

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

/** Offers H2: {@code h2:///mem:name} in memory, {@code h2:///path} in a file, {@code h2://host/path} on a server. */
public final class H2Provider implements DialectProvider {

    private static final String DRIVER = "org.h2.Driver";

    @Override
    public List<String> names() {
        return List.of("h2");
    }

    @Override
    public String urlForm() {
        return "h2:///mem:name, h2:///path/of/file or h2://user:password@host:port/path?OPTION=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("H2");
    }

    @Override
    public CoreDialect dialect() {
        return H2.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "h2");
        String database = url.database();
        StringBuilder jdbc = new StringBuilder("jdbc:h2:");
        if (url.host() != null) {
            jdbc.append("tcp://")
                    .append(url.address("localhost", 9092))
                    .append('/')
                    .append(database);
        } else if (database.isEmpty()) {
            jdbc.append("mem:");
        } else if (database.startsWith("mem:") || database.startsWith("file:") || isAbsolute(database)) {
            jdbc.append(database);
        } else {
            // H2 wants to be told that a path is relative
            jdbc.append("./").append(database);
        }
        url.options()
                .forEach((option, value) ->
                        jdbc.append(';').append(option).append('=').append(value));
        boolean named = url.host() == null && database.startsWith("mem:") && database.length() > 4;
        if (named && url.options().keySet().stream().noneMatch("DB_CLOSE_DELAY"::equalsIgnoreCase)) {
            // the database lives as long as its engine, not as long as a connection
            jdbc.append(";DB_CLOSE_DELAY=-1");
            return new ConnectArguments(jdbc.toString(), DRIVER, credentials(url))
                    .withClosingStatement("SET DB_CLOSE_DELAY 0");
        }
        return new ConnectArguments(jdbc.toString(), DRIVER, credentials(url));
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("~") || path.startsWith("./") || path.matches("[A-Za-z]:.*");
    }

    private static Map<String, String> credentials(DatabaseUrl url) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("user", url.user() == null || url.user().isEmpty() ? "sa" : url.user());
        properties.put("password", url.password() == null ? "" : url.password());
        return properties;
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }
}
