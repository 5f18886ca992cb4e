package org.aludel.core.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aludel.errors.TransactionStateException;

/**
 * The durable record of decisions to commit: one small file per two-phase transaction, forced to disk before the first
 * branch commits and removed when the last has. No record means: rolled back (presumed abort).
 *
 * <p>A directory belongs to one process at a time. Its node id is part of every transaction's id, so that recovery
 * touches no transaction of another directory.
 */
final class DecisionLog {

    private static final String NODE_FILE = "node";
    private static final String SUFFIX = ".commit";
    private static final int NODE_BYTES = 8;

    /** Transactions in progress in this JVM, which recovery must leave alone. */
    private static final Set<String> LIVE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final byte[] node;

    private DecisionLog(Path directory, byte[] node) {
        this.directory = directory;
        this.node = node;
    }

    /** The log in the directory that the system property {@code aludel.twophase.directory} names. */
    static DecisionLog open() {
        Path directory = Path.of(System.getProperty("aludel.twophase.directory", "aludel-twophase"));
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(NODE_FILE);
            if (!Files.exists(file)) {
                byte[] fresh = java.util.Arrays.copyOf(XaBranches.random(), NODE_BYTES);
                write(file, HexFormat.of().formatHex(fresh));
            }
            return new DecisionLog(
                    directory, HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(directory, e);
        }
    }

    /** A new transaction's id: the node's, then a random part. */
    byte[] newId() {
        byte[] id = new byte[NODE_BYTES + 16];
        System.arraycopy(node, 0, id, 0, NODE_BYTES);
        System.arraycopy(XaBranches.random(), 0, id, NODE_BYTES, 16);
        LIVE.add(HexFormat.of().formatHex(id));
        return id;
    }

    /** Writes down that a transaction commits; when this returns, it will. */
    void decided(String global, String engines) {
        try {
            write(directory.resolve(global + SUFFIX), engines);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** All branches have committed. */
    void forget(String global) {
        try {
            Files.deleteIfExists(directory.resolve(global + SUFFIX));
        } catch (IOException e) {
            // A record too many does no harm: recovery finds no branch for it.
        }
    }

    /** The process no longer works on a transaction. */
    void ended(String global) {
        LIVE.remove(global);
    }

    boolean isDecided(String global) {
        return Files.exists(directory.resolve(global + SUFFIX));
    }

    /** Whether a transaction is this node's and nobody works on it now. */
    boolean isForRecovery(String global) {
        return global.startsWith(HexFormat.of().formatHex(node)) && !LIVE.contains(global);
    }

    private static void write(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(java.nio.ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /** Makes the new name durable too, where the system lets a directory be opened. */
    private static void forceDirectory(Path parent) {
        try (FileChannel in = FileChannel.open(parent, StandardOpenOption.READ)) {
            in.force(true);
        } catch (IOException e) {
            // Windows refuses; the rename itself is journaled there.
        }
    }

    private static TransactionStateException unusable(Path directory, Exception cause) {
        return new TransactionStateException(
                "ALU-0228",
                "the record of decisions can't be kept; where: directory " + directory.toAbsolutePath()
                        + "; what to do: name a writable one by the system property aludel.twophase.directory",
                cause);
    }
}
