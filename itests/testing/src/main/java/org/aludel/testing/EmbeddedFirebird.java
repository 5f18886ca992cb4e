package org.aludel.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Firebird from the binaries of Debian's packages {@code firebird3.0-server}, {@code firebird3.0-server-core},
 * {@code firebird3.0-utils}, {@code libfbclient2}, {@code libib-util} and {@code libtommath1}, installed or unpacked: with a
 * folder of its own for configuration, users and databases, it runs as whoever runs the tests.
 */
final class EmbeddedFirebird implements EmbeddedServer {

    /** The property that names the folder into which the packages were unpacked. */
    static final String ROOT_PROPERTY = "aludel.test.firebird.root";

    private static final String USER = "SYSDBA";
    private static final String PASSWORD = "masterkey";

    private final Process process;
    private final ServerAddress address;

    private EmbeddedFirebird(Process process, ServerAddress address) {
        this.process = process;
        this.address = address;
    }

    static EmbeddedFirebird start(Path directory) throws IOException {
        Binaries binaries = Binaries.find();
        Path home = Files.createDirectories(directory.resolve("data"));
        int port = freePort();
        lay(binaries, home, port);
        makeUsers(binaries, home);
        Path log = directory.resolve("server.log");
        Process process = builder(binaries, home, binaries.server().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EmbeddedFirebird server = new EmbeddedFirebird(
                process, new ServerAddress(ServerKind.FIREBIRD, "127.0.0.1", port, USER, PASSWORD));
        server.awaitStart(log);
        return server;
    }

    /** Where the parts of the packages are. */
    private record Binaries(Path server, Path isql, Path parts, Path libraries) {

        static Binaries find() throws IOException {
            List<Path> roots = new ArrayList<>();
            String named = System.getProperty(ROOT_PROPERTY);
            if (named != null) {
                roots.add(Path.of(named));
            }
            roots.add(Path.of(System.getProperty("user.home"), ".cache", "aludel", "firebird"));
            roots.add(Path.of("/"));
            for (Path root : roots) {
                Path server = root.resolve("usr/sbin/firebird");
                Path isql = root.resolve("usr/bin/isql-fb");
                Path libraries = root.resolve("usr/lib/" + triplet());
                Path parts = libraries.resolve("firebird/3.0");
                if (Files.isExecutable(server) && Files.isExecutable(isql) && Files.isDirectory(parts)) {
                    return new Binaries(server, isql, parts, libraries);
                }
            }
            throw new IOException("the packages of Firebird are in none of " + roots);
        }

        private static String triplet() {
            return System.getProperty("os.arch").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        }
    }

    /** A folder as the server wants it: its plugins and texts, and configuration of our own. */
    private static void lay(Binaries binaries, Path home, int port) throws IOException {
        for (String part : List.of("intl", "firebird.msg")) {
            Files.createSymbolicLink(home.resolve(part), binaries.parts().resolve(part));
        }
        // Behind a link the engine would load a second client library beside it.
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> libraries = Files.list(binaries.parts().resolve("plugins"))) {
            for (Path library : (Iterable<Path>) libraries::iterator) {
                Files.copy(library, plugins.resolve(library.getFileName().toString()));
            }
        }
        Files.createDirectories(home.resolve("lock"));
        Files.createDirectories(home.resolve("tmp"));
        Path databases = Files.createDirectories(home.resolve("databases"));
        Files.writeString(home.resolve("firebird.conf"), """
                RemoteServicePort = %d
                RemoteBindAddress = 127.0.0.1
                AuthServer = Srp
                UserManager = Srp
                WireCrypt = Enabled
                DatabaseAccess = Restrict %s
                """.formatted(port, databases));
        Files.writeString(
                home.resolve("databases.conf"),
                "security.db = " + home.resolve("security3.fdb") + "\n{\n RemoteAccess = false\n}\n");
    }

    private static void makeUsers(Binaries binaries, Path home) throws IOException {
        Path users = home.resolve("security3.fdb");
        isql(binaries, home, "CREATE DATABASE '" + users + "' USER '" + USER + "';\n", List.of());
        isql(
                binaries,
                home,
                "CREATE USER " + USER + " PASSWORD '" + PASSWORD + "';\nCOMMIT;\n",
                List.of("-user", USER, users.toString()));
    }

    private static void isql(Binaries binaries, Path home, String script, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.isql().toString(), "-q"));
        command.addAll(arguments);
        Process process = builder(binaries, home, command.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("isql.log").toFile())
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("isql-fb failed: " + Files.readString(home.resolve("isql.log")));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ProcessBuilder builder(Binaries binaries, Path home, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("FIREBIRD", home.toString());
        environment.put("FIREBIRD_LOCK", home.resolve("lock").toString());
        environment.put("FIREBIRD_TMP", home.resolve("tmp").toString());
        // Debian's build looks into the system's folders otherwise.
        environment.put("FIREBIRD_BOOT_BUILD", "1");
        environment.put("LD_LIBRARY_PATH", binaries.libraries().toString());
        return builder;
    }

    private void awaitStart(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    throw new IOException("firebird does not answer: " + lines(log), e);
                }
                pause();
            }
        }
    }

    private static String lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return String.join("\n", lines.limit(20).toList());
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
}
