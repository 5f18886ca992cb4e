package org.aludel.databases.flush;

import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aludel.databases.flush.Graph.Thing;
import org.aludel.databases.flush.Nodes.Box;
import org.aludel.databases.flush.Nodes.Hub;
import org.aludel.databases.flush.Nodes.Leaf;
import org.aludel.databases.flush.Nodes.Node;
import org.aludel.databases.flush.Nodes.Tower;
import org.aludel.engine.Engine;
import org.aludel.engine.Row;
import org.aludel.errors.FlushException;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random graphs of objects are made and changed: each flush either leaves the rows that the graph means, or refuses before
 * anything is sent, and then no order of the changes, searched through for up to twelve rows, keeps the constraints. The
 * database checks all of them at once; it never finds a violation.
 *
 * <p>Some hundred graphs in each build; all of them:
 *
 * <pre>{@code
 * mvn -o -B -Dquick -pl itests/databases -am test -Dtest='*RandomGraphsTest' -Daludel.flush.graphs=10000 \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 *
 * One graph anew: {@code -Daludel.flush.seed=4711}.
 */
abstract class RandomGraphs {

    private static final int COUNT = Integer.getInteger("aludel.flush.graphs", 250);
    private static final Long ONLY = Long.getLong("aludel.flush.seed");
    private static final int SEARCHED = 12;

    private int flushed;
    private int small;
    private int refused;
    private int searched;

    abstract Engine createEngine();

    @Test
    @Tag("UOW-02")
    @Tag("UOW-03")
    @Tag("UOW-04")
    void rowsAreThoseOfTheGraphWheneverSomeOrderWorks() {
        try (Engine engine = createEngine();
                SessionFactory sessions = SessionFactory.builder(engine)
                        .map(Nodes.classes())
                        .autoflush(false)
                        .build()) {
            sessions.metaData().createAll(engine);
            try {
                if (ONLY != null) {
                    run(sessions, ONLY);
                } else {
                    for (long seed = 0; seed < COUNT; seed++) {
                        run(sessions, seed);
                    }
                    System.out.println("random graphs on " + engine.dialect().name() + ": " + COUNT + " graphs, "
                            + flushed
                            + " flushes (" + small + " of at most six rows), " + refused + " refused, " + searched
                            + " of them searched through");
                    assertThat(flushed).isGreaterThan(2 * COUNT);
                    assertThat(small).isGreaterThan(COUNT / 4);
                }
            } finally {
                sessions.metaData().dropAll(engine);
            }
        }
    }

    private void run(SessionFactory sessions, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int size = seed % 5 == 4 ? 8 : 3;
        Map<Thing, Object> objects = new IdentityHashMap<>();
        Graph graph = Graph.empty();
        try (Session session = sessions.open()) {
            for (int phase = 0; phase < 4; phase++) {
                Graph next = graph.next(random, size);
                String story = "seed " + seed + ", phase " + phase + "\nbefore:\n" + graph + "after:\n" + next;
                assertThat(next.rows().isSound()).as(story).isTrue();
                if (!change(session, graph, next, objects, random, story)) {
                    return; // refused: the session is rolled back
                }
                graph = next;
                if (random.nextInt(3) == 0) {
                    session.expireAll();
                    objects.keySet().retainAll(graph.things());
                    if (random.nextBoolean()) {
                        objects.values().forEach(session::refresh);
                    }
                }
            }
            session.rollback();
        }
    }

    /** Whether the flush took place. */
    private boolean change(
            Session session, Graph before, Graph after, Map<Thing, Object> objects, Random random, String story) {
        List<Rows.Change> changes = before.rows().changesTo(after.rows());
        try {
            apply(session, before, after, objects, random);
            session.flush();
        } catch (FlushException e) {
            refused++;
            assertThat(e.getMessage()).as(story).containsPattern("ALU-060[12]");
            if (changes.size() <= SEARCHED) {
                searched++;
                assertThat(before.rows().someOrderWorks(changes))
                        .as("some order works, but: " + e.getMessage() + "\n" + story)
                        .isFalse();
            }
            session.rollback();
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(story, e);
        }
        flushed++;
        small += changes.size() <= 6 && !changes.isEmpty() ? 1 : 0;
        assertThat(stored(session).toString()).as(story).isEqualTo(after.rows().toString());
        return true;
    }

    // ---- objects

    private static void apply(Session session, Graph before, Graph after, Map<Thing, Object> objects, Random random) {
        List<Runnable> first = new ArrayList<>();
        for (Thing thing : after.things()) {
            if (!objects.containsKey(thing)) {
                Object made = made(thing);
                objects.put(thing, made);
                first.add(() -> session.add(made));
            } else if (random.nextInt(20) == 0) {
                Object object = objects.get(thing);
                first.add(() -> {
                    session.delete(object);
                    session.add(object);
                });
            }
        }
        List<Runnable> work = new ArrayList<>();
        for (Thing thing : after.things()) {
            Map<String, @Nullable Object> values = after.values(thing);
            Map<String, @Nullable Object> old = before.values(thing);
            values.forEach((name, value) -> {
                if (old == null ? value != null : !java.util.Objects.equals(old.get(name), value)) {
                    work.add(() -> set(objects, thing, name, value));
                }
            });
        }
        List<Runnable> last = new ArrayList<>();
        for (Thing thing : before.things()) {
            if (!after.things().contains(thing)) {
                Object gone = objects.get(thing);
                last.add(() -> {
                    if (gone instanceof Box box) {
                        box.owner = null; // else it stays in the collection of its owner
                    }
                    session.delete(gone);
                });
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(first, random);
            Collections.shuffle(last, random);
            first.forEach(Runnable::run);
            Collections.shuffle(work, random);
            work.forEach(Runnable::run);
            last.forEach(Runnable::run);
        } else {
            work.addAll(first);
            Collections.shuffle(work, random);
            work.forEach(Runnable::run);
            last.forEach(Runnable::run);
        }
        before.things().stream()
                .filter(thing -> !after.things().contains(thing))
                .forEach(objects::remove);
    }

    private static Object made(Thing thing) {
        Node node = switch (thing.type()) {
            case "leaf" -> new Leaf();
            case "hub" -> new Hub();
            case "tower" -> new Tower();
            default -> new Node();
        };
        if (thing.isBox()) {
            Box box = new Box();
            box.id = thing.key();
            box.label = thing.label();
            return box;
        }
        node.label = thing.label();
        return node;
    }

    private static void set(Map<Thing, Object> objects, Thing thing, String name, @Nullable Object value) {
        Object object = objects.get(thing);
        Object other = value instanceof Thing target ? objects.get(target) : null;
        switch (name) {
            case "owner" -> ((Box) object).owner = (Node) other;
            case "slot" -> ((Box) object).slot = (Integer) value;
            case "next" -> ((Box) object).next = (Box) other;
            case "buddy" -> ((Box) object).buddyId = value == null ? null : ((Thing) value).key();
            case "code" -> ((Node) object).code = (String) value;
            case "parent" -> ((Node) object).parent = (Node) other;
            case "partner" -> ((Node) object).partner = (Node) other;
            case "inside" -> ((Leaf) object).inside = (Box) other;
            case "port" -> ((Hub) object).port = (Integer) value;
            case "main" -> ((Hub) object).main = (Node) other;
            case "height" -> ((Tower) object).height = (Integer) value;
            case "top" -> ((Tower) object).top = (Box) other;
            case "links" -> {
                Set<Box> wanted = new HashSet<>();
                for (Object member : (Set<?>) value) {
                    wanted.add((Box) objects.get((Thing) member));
                }
                Set<Box> links = ((Node) object).links;
                links.retainAll(wanted);
                links.addAll(wanted);
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    // ---- rows

    private static Rows stored(Session session) {
        Rows rows = new Rows();
        Map<Object, Object> labels = new HashMap<>();
        List<Row> nodes = all(session, "id, label, kind, code, parent_id, partner_id, inside_id", "g_nodes");
        nodes.forEach(row -> labels.put(row.get(0), row.get(1)));
        for (Row row : nodes) {
            rows.put(
                    "g_nodes",
                    row.getString(1),
                    Rows.row(
                            "kind", row.get(2),
                            "code", row.get(3),
                            "parent", labels.get(row.get(4)),
                            "partner", labels.get(row.get(5)),
                            "inside", row.get(6)));
        }
        for (Row row : all(session, "id, port, main_id", "g_hubs")) {
            Object label = labels.get(row.get(0));
            rows.put("g_hubs", label, Rows.row("id", label, "port", row.get(1), "main", labels.get(row.get(2))));
        }
        for (Row row : all(session, "id, height, top_id", "g_towers")) {
            Object label = labels.get(row.get(0));
            rows.put("g_towers", label, Rows.row("id", label, "height", row.get(1), "top", row.get(2)));
        }
        for (Row row : all(session, "id, label, owner_id, slot, next_id, buddy_id", "g_boxes")) {
            rows.put(
                    "g_boxes",
                    row.get(0),
                    Rows.row(
                            "label", row.get(1),
                            "owner", labels.get(row.get(2)),
                            "slot", row.get(3),
                            "next", row.get(4),
                            "buddy", row.get(5)));
        }
        for (Row row : session.execute(text("SELECT * FROM g_links")).all()) {
            Object node = row.get(0);
            Object box = row.get(1);
            rows.put("g_links", labels.get(node) + "-" + box, Rows.row("node", labels.get(node), "box", box));
        }
        return rows;
    }

    private static List<Row> all(Session session, String columns, String table) {
        return session.execute(text("SELECT " + columns + " FROM " + table)).all();
    }
}
