package org.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The process that starts a database server, waits until no test JVM has held a lease for a while, and stops it.
 */
final class ServerKeeper {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final AtomicInteger leases = new AtomicInteger();
    private volatile long idleSince = System.nanoTime();

    private ServerKeeper(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs until the server is no longer needed.
     *
     * @param args name of the {@link ServerKind}, directory for its files
     */
    public static void main(String[] args) throws IOException {
        new ServerKeeper(Path.of(args[1])).keep(ServerKind.valueOf(args[0]));
    }

    /** Where the keeper writes how to reach it and its server. */
    static Path addressFile(Path directory) {
        return directory.resolve("address.properties");
    }

    /** What the keeper says to each that connects. */
    static byte[] greeting(Path directory) {
        return ("aludel test server in " + directory + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void keep(ServerKind kind) throws IOException {
        deleteTree(directory.resolve("data"));
        try (EmbeddedServer server = kind.start(directory);
                ServerSocket control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            control.setSoTimeout(1_000);
            publish(server.address(), control.getLocalPort());
            idleSince = System.nanoTime();
            while (server.isAlive() && (leases.get() > 0 || System.nanoTime() - idleSince < IDLE_NANOS)) {
                try {
                    lend(control.accept());
                } catch (SocketTimeoutException e) {
                    // Time to look whether anybody is left.
                }
            }
            Files.deleteIfExists(addressFile(directory));
        }
        deleteTree(directory.resolve("data"));
    }

    private void lend(Socket client) {
        leases.incrementAndGet();
        Thread waiter = new Thread(() -> {
            try (client) {
                client.getOutputStream().write(greeting(directory));
                // Clients never write: this returns when the client's process has gone.
                client.getInputStream().read();
            } catch (IOException e) {
                // Gone too.
            } finally {
                idleSince = System.nanoTime();
                leases.decrementAndGet();
            }
        });
        waiter.setDaemon(true);
        waiter.start();
    }

    private void publish(ServerAddress address, int keeperPort) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("keeper", Integer.toString(keeperPort));
        properties.setProperty("host", address.host());
        properties.setProperty("port", Integer.toString(address.port()));
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        Path draft = directory.resolve("address.draft");
        try (var writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, null);
        }
        Files.move(draft, addressFile(directory), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
