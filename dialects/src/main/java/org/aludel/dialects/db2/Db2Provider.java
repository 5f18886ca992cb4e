package org.aludel.dialects.db2;

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

/** Offers Db2: {@code db2://user:password@host/database}. */
public final class Db2Provider implements DialectProvider {

    private static final String DRIVER = "com.ibm.db2.jcc.DB2Driver";
    private static final String PLACE = "jdbc:db2://([^:/]+)(?::(\\d+))?/([^:]+).*";

    @Override
    public List<String> names() {
        return List.of("db2");
    }

    @Override
    public String urlForm() {
        return "db2://user:password@host:50000/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:db2:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("DB2");
    }

    @Override
    public CoreDialect dialect() {
        return Db2.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "jcc");
        return new ConnectArguments(
                "jdbc:db2://" + url.address("localhost", 50_000) + "/" + url.database(), DRIVER, url.properties());
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }

    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        Matcher place = Pattern.compile(PLACE).matcher(arguments.jdbcUrl());
        if (!place.matches()) {
            throw new SQLException("no server is named in " + arguments);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("driverType", "4");
        properties.put("serverName", place.group(1));
        properties.put("portNumber", place.group(2) == null ? "50000" : place.group(2));
        properties.put("databaseName", place.group(3));
        return XaDataSources.of("com.ibm.db2.jcc.DB2XADataSource", properties, arguments);
    }
}
