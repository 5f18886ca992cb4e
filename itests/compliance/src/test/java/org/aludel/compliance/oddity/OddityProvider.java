package org.aludel.compliance.oddity;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;

/** Offers Oddity: {@code oddity:///name}. */
public final class OddityProvider implements DialectProvider {

    private static final String JDBC = "jdbc:h2:mem:oddity-";
    private static final String DRIVER = "org.h2.Driver";

    @Override
    public List<String> names() {
        return List.of("oddity");
    }

    @Override
    public String urlForm() {
        return "oddity:///name";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(JDBC);
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return acceptsJdbcUrl(metadata.getURL());
    }

    @Override
    public CoreDialect dialect() {
        return Oddity.dialect();
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        return connect(JDBC + url.database() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1")
                .withClosingStatement("SHUTDOWN");
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return new ConnectArguments(jdbcUrl, DRIVER, Map.of("user", "sa", "password", ""));
    }
}
