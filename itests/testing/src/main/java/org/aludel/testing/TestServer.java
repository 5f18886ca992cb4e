package org.aludel.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One kind of server. It is started, or found running, when the first database is asked for.
 *
 * @since 0.1
 */
public final class TestServer {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final ServerKind kind;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable ServerAddress address;
    private volatile @Nullable Throwable failure;

    TestServer(ServerKind kind) {
        this.kind = kind;
    }

    /**
     * Makes an empty database.
     *
     * @throws TestAbortedException if no server can be had, so that JUnit skips the test
     * @throws IllegalStateException instead of that, if the environment has {@code CI=true}
     */
    public TestDatabase createDatabase() {
        ServerAddress server = address();
        String name = "aludel_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        try {
            kind.create(server, name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made at " + server.adminUrl(), e);
        }
        return server.database(name);
    }

    /** A JUnit extension that makes a database before the tests of a class and drops it after them. */
    public DatabaseExtension extension() {
        return new DatabaseExtension(this);
    }

    void ensureStarted() {
        address();
    }

    private ServerAddress address() {
        ServerAddress known = address;
        if (known != null) {
            return known;
        }
        starting.lock();
        try {
            known = address;
            if (known == null) {
                known = find();
                address = known;
            }
            return known;
        } finally {
            starting.unlock();
        }
    }

    private ServerAddress find() {
        String url = System.getProperty(kind.urlProperty());
        if (url != null && !url.isBlank()) {
            return ServerAddress.parse(kind, url);
        }
        // A server that failed once fails again: do not spend its start-up time on every test class.
        Throwable earlier = failure;
        if (earlier != null) {
            throw unavailable(earlier);
        }
        try {
            return SharedServer.join(kind);
        } catch (IOException | RuntimeException | LinkageError e) {
            failure = e;
            throw unavailable(e);
        }
    }

    private RuntimeException unavailable(Throwable cause) {
        String message = "no embedded " + kind.id + " server can be started here (" + cause.getMessage()
                + "); name one with -D" + kind.urlProperty() + "=" + kind.jdbcPrefix + "//host:port/?user=u&password=p";
        return "true".equals(System.getenv("CI")) && kind.hasArtifacts()
                ? new IllegalStateException(message, cause)
                : new TestAbortedException(message, cause);
    }
}
