package org.aludel.dialects.sybase;

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

/** Offers Sybase ASE: {@code sybase://...} through jTDS, {@code sybase+jconnect://...} through SAP's own driver. */
public final class SybaseProvider implements DialectProvider {

    private static final String JTDS = "net.sourceforge.jtds.jdbc.Driver";
    private static final String JCONNECT = "com.sybase.jdbc4.jdbc.SybDriver";
    private static final String JTDS_PREFIX = "jdbc:jtds:sybase:";
    private static final String JCONNECT_PREFIX = "jdbc:sybase:Tds:";
    private static final String PLACE = "(?://)?([^:/;?]+)(?::(\\d+))?(?:/([^;?]*))?.*";

    @Override
    public List<String> names() {
        return List.of("sybase");
    }

    @Override
    public String urlForm() {
        return "sybase[+jtds|+jconnect]://user:password@host:5000/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(JTDS_PREFIX) || jdbcUrl.startsWith("jdbc:sybase:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        String product = metadata.getDatabaseProductName();
        return product.startsWith("Adaptive Server") || product.equals("ASE") || product.startsWith("Sybase");
    }

    @Override
    public CoreDialect dialect() {
        return Sybase.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        boolean jtds = DriverNames.require(url, "jtds", "jconnect").equals("jtds");
        String place = url.address("localhost", 5000) + (url.database().isEmpty() ? "" : "/" + url.database());
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        if (!jtds) {
            // reserved words and names in mixed case are written in double quotes
            properties.putIfAbsent("SQLINITSTRING", "set quoted_identifier on");
        }
        return new ConnectArguments(
                (jtds ? JTDS_PREFIX + "//" : JCONNECT_PREFIX) + place, jtds ? JTDS : JCONNECT, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, isJtds(jdbcUrl) ? JTDS : JCONNECT, Map.of());
    }

    static boolean isJtds(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:jtds:");
    }

    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        boolean jtds = isJtds(arguments.jdbcUrl());
        Matcher place = Pattern.compile(PLACE)
                .matcher(arguments.jdbcUrl().substring((jtds ? JTDS_PREFIX : JCONNECT_PREFIX).length()));
        if (!place.matches()) {
            throw new SQLException("no server is named in " + arguments);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("serverName", place.group(1));
        properties.put("portNumber", place.group(2) == null ? "5000" : place.group(2));
        if (place.group(3) != null) {
            properties.put("databaseName", place.group(3));
        }
        if (jtds) {
            properties.put("serverType", "2");
        }
        return XaDataSources.of(
                jtds ? "net.sourceforge.jtds.jdbcx.JtdsDataSource" : "com.sybase.jdbc4.jdbc.SybXADataSource",
                properties,
                arguments);
    }
}
