package org.aludel.dialects.hana;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.XADataSource;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;
import org.aludel.core.dialect.DriverNames;
import org.aludel.core.dialect.XaDataSources;

/** Offers MaxDB: {@code maxdb://user:password@host/database}. */
public final class MaxDbProvider implements DialectProvider {

    private static final String DRIVER = "com.sap.dbtech.jdbc.DriverSapDB";

    @Override
    public List<String> names() {
        return List.of("maxdb", "sapdb");
    }

    @Override
    public String urlForm() {
        return "maxdb://user:password@host:7210/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sapdb:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("SAP DB")
                || metadata.getDatabaseProductName().equals("MaxDB");
    }

    @Override
    public CoreDialect dialect() {
        return MaxDb.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "sapdbc");
        return new ConnectArguments(
                "jdbc:sapdb://" + url.address("localhost", 7210) + "/" + url.database(), DRIVER, url.properties());
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }

    static XADataSource xaDataSource(ConnectArguments arguments) throws SQLException {
        return XaDataSources.of(
                "com.sap.dbtech.jdbcext.XADataSourceSapDB", arguments.urlWithOptions('?', '&'), arguments);
    }
}
