package org.aludel.databases.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aludel.databases.faults.Ledger.Line;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Transaction;
import org.aludel.errors.DeadlockException;
import org.aludel.errors.DisconnectedException;
import org.aludel.errors.SerializationException;

/** Transfers money until it is told to stop, and keeps book of what it was told about each transfer. */
final class Worker implements Runnable {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final int number;
    private final Engine engine;
    private final Ledger ledger;
    private final AtomicBoolean stop;
    private final Random random;

    /** Transfers and notes whose commit came back. */
    final Set<Line> committed = new HashSet<>();

    final Set<Line> noted = new HashSet<>();

    /** Those whose commit call itself failed: nobody can know. */
    final Set<Line> unknown = new HashSet<>();

    final Set<Line> unknownNotes = new HashSet<>();

    /** Errors that no killed connection explains. */
    final Queue<Throwable> unexplained = new ConcurrentLinkedQueue<>();

    /** Steps that ended in an error of a killed connection. */
    int interrupted;

    long longestMillis;

    private int next;

    Worker(int number, Engine engine, Ledger ledger, AtomicBoolean stop, long seed) {
        this.number = number;
        this.engine = engine;
        this.ledger = ledger;
        this.stop = stop;
        this.random = new Random(seed + number);
    }

    @Override
    public void run() {
        while (!stop.get()) {
            long start = System.nanoTime();
            try {
                switch (random.nextInt(8)) {
                    case 0 -> note();
                    case 1 -> read();
                    default -> transfer();
                }
            } catch (DisconnectedException | DeadlockException | SerializationException e) {
                interrupted++;
            } catch (RuntimeException | Error e) {
                unexplained.add(e);
            }
            longestMillis = Math.max(longestMillis, (System.nanoTime() - start) / NANOS_PER_MILLI);
        }
    }

    private void transfer() {
        Line line = new Line(number, next++);
        int source = random.nextInt(Ledger.ACCOUNTS);
        int target = (source + 1 + random.nextInt(Ledger.ACCOUNTS - 1)) % Ledger.ACCOUNTS;
        try (Connection connection = engine.connect();
                Transaction transaction = connection.begin()) {
            ledger.transfer(connection, line, source, target, 1 + random.nextInt(5));
            unknown.add(line);
            transaction.commit();
            unknown.remove(line);
            committed.add(line);
        }
    }

    private void note() {
        Line line = new Line(number, next++);
        try (Connection connection = engine.connect()) {
            unknownNotes.add(line);
            ledger.note(connection, line);
            unknownNotes.remove(line);
            noted.add(line);
        }
    }

    private void read() {
        try (Connection connection = engine.connect()) {
            long total = ledger.total(connection);
            int accounts = ledger.streamed(connection);
            if (total != Ledger.START * Ledger.ACCOUNTS || accounts != Ledger.ACCOUNTS) {
                unexplained.add(new AssertionError("read " + List.of(total, accounts)));
            }
        }
    }
}
