package org.aludel.dialects.access;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;
import org.aludel.engine.PoolConfig;

/** Offers Access files through UCanAccess: {@code access:///file.accdb}; a file that is not there is made, in the format of
 * Access 2010. One connection serves an engine: several of them would wait for each other's file. */
public final class AccessProvider implements DialectProvider {

    private static final String DRIVER = "net.ucanaccess.jdbc.UcanaccessDriver";

    @Override
    public List<String> names() {
        return List.of("access", "ucanaccess");
    }

    @Override
    public String urlForm() {
        return "access:///file.accdb or access:////path/of/file.accdb?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:ucanaccess:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith("Ucanaccess")
                || metadata.getDatabaseProductName().contains("MS Access")
                || metadata.getDriverName().toLowerCase(Locale.ROOT).startsWith("ucanaccess");
    }

    @Override
    public CoreDialect dialect() {
        return Access.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "ucanaccess");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        properties.putIfAbsent("newDatabaseVersion", "V2010");
        properties.putIfAbsent("immediatelyReleaseResources", "true");
        return new ConnectArguments("jdbc:ucanaccess://" + url.database(), DRIVER, properties)
                .withPool(PoolConfig.Kind.SINGLE);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of()).withPool(PoolConfig.Kind.SINGLE);
    }
}
