package org.aludel.dialects.hana;

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

/** Offers SAP HANA: {@code hana://user:password@host/database}; without a database the one of the port. */
public final class HanaProvider implements DialectProvider {

    private static final String DRIVER = "com.sap.db.jdbc.Driver";

    @Override
    public List<String> names() {
        return List.of("hana");
    }

    @Override
    public String urlForm() {
        return "hana://user:password@host:30015/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sap:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("HDB");
    }

    @Override
    public CoreDialect dialect() {
        return Hana.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "ngdbc");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        if (!url.database().isEmpty()) {
            properties.put("databaseName", url.database());
        }
        return new ConnectArguments("jdbc:sap://" + url.address("localhost", 30_015), DRIVER, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }

    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of("com.sap.db.jdbcext.HanaXADataSource", arguments.urlWithOptions('?', '&'), arguments);
    }
}
