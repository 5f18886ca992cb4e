package org.aludel.databases.streaming;

import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.toMany;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.jspecify.annotations.NullUnmarked;

/**
 * The main program of a JVM with a small heap: loads objects in one session and tells how many, the sum of their keys, how
 * many members their collections had, the statements sent, and the most memory that was in use after a collection, in MiB.
 */
@NullUnmarked
final class ObjectReader {

    private static final int PORTION = 1_000;
    private static final int LOOKS = 4;

    private ObjectReader() {}

    static List<Class<?>> classes() {
        return List.of(Owner.class, Red.class, Blue.class);
    }

    /** Has two collections. */
    @Mapped(table = "m_owners")
    static class Owner {
        @Id
        Integer id;

        @Col(length = 40)
        String name;

        Integer number;

        @Relationship
        List<Red> reds = new ArrayList<>();

        @Relationship
        List<Blue> blues = new ArrayList<>();
    }

    @Mapped(table = "m_reds")
    static class Red {
        @Id
        Integer id;

        @References("m_owners.id")
        @Col(index = true)
        Integer ownerId;

        @Col(length = 40)
        String name;
    }

    @Mapped(table = "m_blues")
    static class Blue {
        @Id
        Integer id;

        @References("m_owners.id")
        @Col(index = true)
        Integer ownerId;

        @Col(length = 40)
        String name;
    }

    /**
     * Arguments: URL of the database, objects expected, how to load them ({@code stream}, {@code get}: one by one by key,
     * {@code keep}: a stream whose objects are not forgotten, {@code collections}: a stream with both collections).
     */
    public static void main(String[] args) {
        int expected = Integer.parseInt(args[1]);
        AtomicLong statements = new AtomicLong();
        try (Engine engine = Engine.create(args[0]);
                SessionFactory sessions =
                        SessionFactory.builder(engine).map(classes()).build();
                Session session = sessions.open()) {
            engine.on(AfterExecute.class, e -> statements.incrementAndGet());
            Reading reading = new Reading(expected);
            switch (args[2]) {
                case "get" -> {
                    for (int key = 1; key <= expected; key++) {
                        reading.take(session.get(Owner.class, key));
                    }
                }
                case "keep" -> {
                    List<Owner> kept = new ArrayList<>();
                    try (Stream<Owner> owners = session.query(Owner.class).yieldPer(PORTION).stream()) {
                        owners.forEach(owner -> {
                            kept.add(owner);
                            reading.take(owner);
                        });
                    }
                    System.out.println("kept " + kept.size());
                }
                case "collections" -> {
                    try (Stream<Owner> owners = session
                            .query(Owner.class)
                            .options(
                                    selectinLoad(toMany(Owner.class, "reds")),
                                    selectinLoad(toMany(Owner.class, "blues")))
                            .yieldPer(PORTION)
                            .stream()) {
                        owners.forEach(owner -> {
                            reading.members += owner.reds.size() + owner.blues.size();
                            reading.take(owner);
                        });
                    }
                }
                default -> {
                    try (Stream<Owner> owners = session.query(Owner.class).yieldPer(PORTION).stream()) {
                        Iterator<Owner> each = owners.iterator();
                        while (each.hasNext()) {
                            reading.take(each.next());
                        }
                    }
                }
            }
            System.out.println("LOADED " + reading.count + " " + reading.sum + " " + reading.members + " " + statements
                    + " " + reading.most);
        }
        System.exit(0); // a driver's thread must not keep a JVM that has told what it knows
    }

    /** What was read so far. */
    private static final class Reading {
        private final long everySo;
        private long count;
        private long sum;
        private long members;
        private long most;

        Reading(int expected) {
            everySo = Math.max(1, expected / LOOKS);
        }

        void take(Owner owner) {
            sum += owner.id;
            if (++count % everySo == 0) {
                MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
                memory.gc();
                most = Math.max(most, memory.getHeapMemoryUsage().getUsed() >> 20);
            }
        }
    }
}
