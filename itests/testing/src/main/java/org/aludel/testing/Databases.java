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

    private static final TestServer FIREBIRD = new TestServer(ServerKind.FIREBIRD);

    private Databases() {}

    /** PostgreSQL with prepared transactions; {@code -Daludel.test.postgresql.url=jdbc:...} names another server. */
    public static TestServer postgresql() {
        return POSTGRESQL;
    }

    /** MariaDB; {@code -Daludel.test.mariadb.url=jdbc:...} names another server. */
    public static TestServer mariadb() {
        return MARIADB;
    }

    /**
     * Firebird 3 or later, from the system's binaries or from Debian's packages unpacked into {@code ~/.cache/aludel/firebird}
     * or the folder that {@code -Daludel.test.firebird.root=...} names; {@code -Daludel.test.firebird.url=jdbc:...} names
     * another server, which must keep databases without a path in a folder of its own. Tests are skipped where there is
     * none, in CI too: no artifact has its binaries.
     */
    public static TestServer firebird() {
        return FIREBIRD;
    }
}
