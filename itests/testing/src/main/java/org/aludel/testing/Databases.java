package org.aludel.testing;

/**
 * Entry point: the servers tests can ask a database of.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DatabaseExtension postgresql = Databases.postgresql().extension();
 * ...
 * Engine engine = Engine.create(postgresql.database().aludelUrl());
 * }</pre>
 *
 * <p>Where a server cannot be started, tests are skipped by name; with {@code CI=true} in the environment they fail.
 *
 * @since 0.1
 */
public final class Databases {
    private static final TestServer POSTGRESQL = new TestServer(ServerKind.POSTGRESQL);
    private static final TestServer MARIADB = new TestServer(ServerKind.MARIADB);

    private Databases() {}

    /** PostgreSQL with prepared transactions; {@code -Daludel.test.postgresql.url=jdbc:...} names another server. */
    public static TestServer postgresql() {
        return POSTGRESQL;
    }

    /** MariaDB; {@code -Daludel.test.mariadb.url=jdbc:...} names another server. */
    public static TestServer mariadb() {
        return MARIADB;
    }
}
