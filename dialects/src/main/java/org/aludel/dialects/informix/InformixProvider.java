package org.aludel.dialects.informix;

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

/** Offers Informix: {@code informix://user:password@host/database?INFORMIXSERVER=name}. Names in double quotes are read as names. */
public final class InformixProvider implements DialectProvider {

    private static final String DRIVER = "com.informix.jdbc.IfxDriver";
    private static final String PLACE = "jdbc:informix-sqli://([^:/]+)(?::(\\d+))?/([^:]+).*";

    @Override
    public List<String> names() {
        return List.of("informix");
    }

    @Override
    public String urlForm() {
        return "informix://user:password@host:9088/database?INFORMIXSERVER=name&option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:informix-sqli:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("Informix")
                || metadata.getDatabaseProductName().startsWith("IBM Informix");
    }

    @Override
    public CoreDialect dialect() {
        return Informix.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "ibm");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        properties.putIfAbsent("DELIMIDENT", "Y");
        return new ConnectArguments(
                "jdbc:informix-sqli://" + url.address("localhost", 9088) + "/" + url.database(), DRIVER, properties);
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
        properties.put("ifxIFXHOST", place.group(1));
        properties.put("portNumber", place.group(2) == null ? "9088" : place.group(2));
        properties.put("databaseName", place.group(3));
        String server = arguments.properties().get("INFORMIXSERVER");
        if (server != null) {
            properties.put("serverName", server);
        }
        return XaDataSources.of("com.informix.jdbcx.IfxXADataSource", properties, arguments);
    }
}
