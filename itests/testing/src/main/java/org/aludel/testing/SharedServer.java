package org.aludel.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Joins the server that the test JVMs of one checkout share, or starts its keeper. A JVM keeps a socket to the keeper
 * open for as long as it lives; so the keeper knows who still needs the server, even if a JVM is killed.
 */
final class SharedServer {
    private static final int START_SECONDS = 120;

    // Held for the life of this JVM, on purpose.
    private static final List<Socket> LEASES = new ArrayList<>();

    private SharedServer() {}

    static ServerAddress join(ServerKind kind) throws IOException {
        Path directory = Files.createDirectories(directory(kind));
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = channel.lock()) {
            ServerAddress running = connect(kind, directory);
            return running != null ? running : startKeeper(kind, directory);
        }
    }

    /** Outside of {@code target}, so that a clean build does not pull the files from under a running server. */
    private static Path directory(ServerKind kind) {
        String root = System.getProperty("aludel.build.root", System.getProperty("user.dir"));
        String name = "aludel-" + System.getProperty("user.name") + "-" + Integer.toHexString(root.hashCode());
        return Path.of(System.getProperty("java.io.tmpdir"), name, kind.id);
    }

    private static ServerAddress startKeeper(ServerKind kind, Path directory) throws IOException {
        Files.deleteIfExists(ServerKeeper.addressFile(directory));
        Path log = directory.resolve("keeper.log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Unpacking the binaries of PostgreSQL needs more than keeping it.
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:+UseSerialGC"));
        String root = System.getProperty(EmbeddedFirebird.ROOT_PROPERTY);
        if (root != null) {
            command.add("-D" + EmbeddedFirebird.ROOT_PROPERTY + "=" + root);
        }
        command.addAll(List.of("-cp", classPath(), ServerKeeper.class.getName(), kind.name(), directory.toString()));
        Process keeper = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (keeper.isAlive() && System.nanoTime() < deadline) {
            ServerAddress address = connect(kind, directory);
            if (address != null) {
                return address;
            }
            pause();
        }
        keeper.destroy();
        throw new IOException("it did not start: " + lastLines(log));
    }

    private static @Nullable ServerAddress connect(ServerKind kind, Path directory) throws IOException {
        Path file = ServerKeeper.addressFile(directory);
        if (!Files.exists(file)) {
            return null;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Socket lease = new Socket();
        try {
            int keeperPort = Integer.parseInt(properties.getProperty("keeper"));
            lease.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), keeperPort), 2_000);
            lease.setSoTimeout(10_000);
            // The keeper says which server it keeps: another process may have the port by now.
            byte[] expected = ServerKeeper.greeting(directory);
            if (!java.util.Arrays.equals(lease.getInputStream().readNBytes(expected.length), expected)) {
                lease.close();
                return null;
            }
            LEASES.add(lease);
            return new ServerAddress(
                    kind,
                    properties.getProperty("host"),
                    Integer.parseInt(properties.getProperty("port")),
                    properties.getProperty("user"),
                    properties.getProperty("password"));
        } catch (IOException | NumberFormatException e) {
            lease.close();
            return null;
        }
    }

    private static String classPath() {
        // Surefire starts a JVM with one jar that names the rest, and leaves the whole path in this property.
        String path = System.getProperty("surefire.test.class.path");
        return path != null ? path : System.getProperty("java.class.path");
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
