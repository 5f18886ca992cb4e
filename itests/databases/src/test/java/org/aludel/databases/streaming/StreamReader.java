package org.aludel.databases.streaming;

import static org.aludel.sql.Sql.text;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.ExecutionOptions;
import org.aludel.engine.Row;

/**
 * The main program of a JVM with a small heap: reads rows of (number, text) and tells how many there were, their sum, and
 * the most memory that was in use after a collection, in MiB.
 */
final class StreamReader {

    private static final int PORTION = 1_000;
    private static final int LOOKS = 4;

    private StreamReader() {}

    /**
     * Arguments: URL of the database, the query, rows expected, how to read ({@code stream}, {@code yieldPer}, {@code plain}),
     * and statements to be executed before.
     */
    public static void main(String[] args) {
        long expected = Long.parseLong(args[2]);
        try (Engine engine = Engine.create(args[0]);
                Connection connection = engine.connect()) {
            for (int i = 4; i < args.length; i++) {
                connection.execute(text(args[i]));
            }
            switch (args[3]) {
                case "stream" -> {
                    try (Stream<Row> rows = connection.stream(text(args[1]), PORTION)) {
                        read(rows.iterator(), expected);
                    }
                }
                case "yieldPer" ->
                    read(
                            connection
                                    .with(ExecutionOptions.DEFAULT.withYieldPer(PORTION))
                                    .execute(text(args[1]))
                                    .iterator(),
                            expected);
                default -> read(connection.execute(text(args[1])).iterator(), expected);
            }
        }
        System.exit(0); // a driver's thread must not keep a JVM that has told what it knows
    }

    private static void read(Iterator<Row> rows, long expected) {
        long count = 0;
        long sum = 0;
        long characters = 0;
        long most = 0;
        long everySo = Math.max(1, expected / LOOKS);
        while (rows.hasNext()) {
            Row row = rows.next();
            sum += row.getLong(0);
            characters += String.valueOf(row.getString(1)).length();
            if (++count % everySo == 0) {
                most = Math.max(most, usedAfterCollection());
            }
        }
        System.out.println("READ " + String.join(" ", List.of(count + "", sum + "", characters + "", most + "")));
    }

    private static long usedAfterCollection() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() >> 20;
    }
}
