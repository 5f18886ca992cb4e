package org.aludel.dialects.mysql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;

/** Offers MySQL: {@code mysql://...} through Connector/J, {@code mysql+mariadb://...} through the MariaDB driver. */
public final class MySqlProvider implements DialectProvider {

    @Override
    public List<String> names() {
        return List.of("mysql");
    }

    @Override
    public String urlForm() {
        return "mysql[+mysql|+mariadb]://user:password@host:3306/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("MySQL");
    }

    @Override
    public CoreDialect dialect() {
        return MySql.dialect();
    }

    /** Who brings MariaDB's driver most likely has MariaDB's server. */
    @Override
    public CoreDialect dialect(DatabaseUrl url) {
        return "mariadb".equals(url.driver()) ? MariaDb.dialect() : MySql.dialect();
    }

    @Override
    public CoreDialect dialect(DatabaseMetaData metadata) throws SQLException {
        return MySqlConnect.isMariaDb(metadata) ? MariaDb.dialect() : MySql.dialect();
    }

    /** MariaDB's numbers say nothing about what MySQL can do. */
    @Override
    public CoreDialect atVersion(CoreDialect dialect, DatabaseMetaData metadata) throws SQLException {
        return MySqlConnect.atVersion(dialect, metadata);
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        return MySqlConnect.connect(url, "mysql", "mariadb");
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return MySqlConnect.connect(jdbcUrl);
    }
}
