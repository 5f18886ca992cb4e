package org.aludel.dialects.mysql;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.aludel.core.dialect.ConnectArguments;
import org.aludel.core.dialect.CoreDialect;
import org.aludel.core.dialect.DatabaseUrl;
import org.aludel.core.dialect.DialectProvider;

/** Offers MariaDB: {@code mariadb://user:password@host:3306/database}. */
public final class MariaDbProvider implements DialectProvider {

    @Override
    public List<String> names() {
        return List.of("mariadb");
    }

    @Override
    public String urlForm() {
        return "mariadb[+mariadb|+mysql]://user:password@host:3306/database?option=value";
    }

    @Override
    public boolean acceptsJdbcUrl(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    @Override
    public boolean accepts(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().equals("MariaDB");
    }

    @Override
    public CoreDialect dialect() {
        return MariaDb.dialect();
    }

    @Override
    public CoreDialect dialect(DatabaseMetaData metadata) throws SQLException {
        return MySqlConnect.isMariaDb(metadata) ? MariaDb.dialect() : MySql.dialect();
    }

    /** MySQL's numbers say nothing about what MariaDB can do. */
    @Override
    public CoreDialect atVersion(CoreDialect dialect, DatabaseMetaData metadata) throws SQLException {
        return MySqlConnect.atVersion(dialect, metadata);
    }

    @Override
    public ConnectArguments connect(DatabaseUrl url) {
        return MySqlConnect.connect(url, "mariadb", "mysql");
    }

    @Override
    public ConnectArguments connect(String jdbcUrl) {
        return MySqlConnect.connect(jdbcUrl);
    }
}
