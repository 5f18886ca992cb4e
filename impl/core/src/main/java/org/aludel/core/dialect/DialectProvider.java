package org.aludel.core.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/**
 * Offers one database's dialect; found by {@link java.util.ServiceLoader}. Loading it must not load the dialect itself.
 */
public interface DialectProvider {

    /** Names in URLs, the preferred one first: {@code postgresql}, {@code postgres}. */
    List<String> names();

    /** The form of its URLs, for messages and listings: {@code postgresql://user:password@host:5432/database}. */
    String urlForm();

    /** Whether a {@code jdbc:} URL leads to this database. */
    boolean acceptsJdbcUrl(String jdbcUrl);

    /** Whether a connection leads to this database. */
    boolean accepts(DatabaseMetaData metadata) throws SQLException;

    /** The dialect; the same object at each call. */
    CoreDialect dialect();

    /** The dialect for a URL, whose driver may tell more than its name. */
    default CoreDialect dialect(DatabaseUrl url) {
        return dialect();
    }

    /** The dialect for a database that is asked for its version and modes; the plain one where they do not matter. */
    default CoreDialect dialect(DatabaseMetaData metadata) throws SQLException {
        return dialect();
    }

    /**
     * A dialect for the version of the server that a first connection leads to. A version that was said before stays, and
     * the versions of another database's server, which was given this dialect as the nearest, say nothing.
     *
     * @param dialect the one that the URL, the name or {@link #dialect(DatabaseMetaData)} gave
     */
    default CoreDialect atVersion(CoreDialect dialect, DatabaseMetaData metadata) throws SQLException {
        return dialect.settings().version() != null || !accepts(metadata)
                ? dialect
                : dialect.with(dialect.settings()
                        .version(metadata.getDatabaseMajorVersion(), metadata.getDatabaseMinorVersion()));
    }

    /**
     * How to connect to the database of a URL.
     *
     * @throws org.aludel.errors.ArgumentException ALU-0201 for an unknown driver, ALU-0202 for a URL that lacks something
     */
    ConnectArguments connect(DatabaseUrl url);

    /** How to connect to the database of a {@code jdbc:} URL. */
    ConnectArguments connect(String jdbcUrl);
}
