package org.aludel.dialects.oracle;

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

/**
 * Offers Oracle through ojdbc's thin driver: {@code oracle://user:password@host:1521/service}; with {@code ?sid=XE} a
 * database by its SID; without a host ({@code oracle:///name}) by its name in tnsnames.ora.
 */
public final class OracleProvider implements DialectProvider {

    private static final String DRIVER = "oracle.jdbc.OracleDriver";

    @Override
    public List<String> names() {
        return List.of("oracle");
    }

    @Override
    public String urlForm() {
        return "oracle[+ojdbc]://user:password@host:1521/service?option=value, ?sid=name for a SID";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:oracle:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("Oracle");
    }

    @Override
    public CoreDialect dialect() {
        return Oracle.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        DriverNames.require(url, "ojdbc");
        Map<String, String> properties = new LinkedHashMap<>(url.properties());
        String sid = properties.remove("sid");
        String target;
        if (url.host() == null) {
            target = url.database();
        } else if (sid != null) {
            target = url.address("localhost", 1521) + ":" + sid;
        } else {
            target = "//" + url.address("localhost", 1521) + (url.database().isEmpty() ? "" : "/" + url.database());
        }
        return new ConnectArguments("jdbc:oracle:thin:@" + target, DRIVER, properties);
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of());
    }
}
