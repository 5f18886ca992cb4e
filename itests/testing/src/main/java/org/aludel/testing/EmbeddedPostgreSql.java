package org.aludel.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL from the binaries of zonky.io; works as root and as an ordinary user. */
final class EmbeddedPostgreSql implements EmbeddedServer {
    private final EmbeddedPostgres postgres;

    private EmbeddedPostgreSql(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedPostgreSql start(Path directory) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_prepared_transactions", "10")
                .setServerConfig("max_connections", "100")
                // Tests kill clients, not machines: nothing they check depends on the disk being flushed.
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE ROLE aludel SUPERUSER LOGIN PASSWORD 'aludel'");
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("the role for tests could not be made", e);
        }
        return new EmbeddedPostgreSql(postgres);
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress(ServerKind.POSTGRESQL, "127.0.0.1", postgres.getPort(), "aludel", "aludel");
    }

    @Override
    public boolean isAlive() {
        try (Connection ignored = postgres.getPostgresDatabase().getConnection()) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
