package org.aludel.databases.flush;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of {@link Nodes} as a random graph wants them: which there are, and the values of their attributes. Every
 * graph keeps all constraints.
 */
final class Graph {

    /** One object; its values are the graph's, for they change from graph to graph. */
    record Thing(String type, String label, int key) {
        boolean isBox() {
            return type.equals("box");
        }

        boolean isHub() {
            return type.equals("hub") || type.equals("tower");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return isBox() ? label + "#" + key : label;
        }
    }

    private static final String[] TYPES = {"node", "node", "leaf", "hub", "tower"};

    private final Map<Thing, Map<String, @Nullable Object>> things = new LinkedHashMap<>();

    static Graph empty() {
        return new Graph();
    }

    Set<Thing> things() {
        return things.keySet();
    }

    Map<String, @Nullable Object> values(Thing thing) {
        return things.get(thing);
    }

    /** Another graph: some things go, some come, some values change. */
    Graph next(Random random, int size) {
        Graph next = new Graph();
        List<Thing> kept = new ArrayList<>();
        for (Thing thing : things.keySet()) {
            if (random.nextInt(10) < 7) {
                kept.add(thing);
            }
        }
        List<Thing> all = new ArrayList<>(kept);
        int nodes = random.nextInt(size + 1)
                - (int) kept.stream().filter(t -> !t.isBox()).count() / 2;
        for (int i = 0; i < nodes; i++) {
            String type = TYPES[random.nextInt(TYPES.length)];
            all.add(new Thing(type, type.charAt(0) + "" + random.nextInt(1_000_000), 0));
        }
        Set<Integer> keys = new HashSet<>();
        kept.stream().filter(Thing::isBox).forEach(box -> keys.add(box.key()));
        for (int i = random.nextInt(size / 2 + 1); i > 0; i--) {
            int key = 1 + random.nextInt(size + 1);
            if (keys.add(key)) {
                all.add(new Thing("box", "b" + random.nextInt(1_000_000), key));
            }
        }
        if (all.stream().allMatch(Thing::isBox)) {
            return next; // a box needs an owner
        }
        Collections.shuffle(all, random);
        Picks picks = new Picks(this, all, random);
        for (Thing thing : all) {
            Map<String, @Nullable Object> values = new TreeMap<>();
            next.things.put(thing, values);
            if (thing.isBox()) {
                values.put("owner", picks.one(thing, "owner", picks.nodes, false));
                values.put("slot", picks.unique(thing, "slot", false));
                values.put("next", picks.uniqueOne(thing, "next", picks.boxes));
                values.put("buddy", picks.one(thing, "buddy", picks.boxes, false));
                continue;
            }
            values.put("code", picks.unique(thing, "code", true));
            values.put("parent", picks.one(thing, "parent", picks.nodes, true));
            values.put("partner", picks.uniqueOne(thing, "partner", picks.nodes));
            values.put("links", picks.some(thing));
            if (thing.type().equals("leaf")) {
                values.put("inside", picks.one(thing, "inside", picks.boxes, true));
            }
            if (thing.isHub()) {
                values.put("port", picks.unique(thing, "port", false));
                values.put("main", picks.one(thing, "main", picks.nodes, false));
            }
            if (thing.type().equals("tower")) {
                values.put("height", picks.unique(thing, "height", true));
                values.put("top", picks.one(thing, "top", picks.boxes, true));
            }
        }
        return next;
    }

    /** The rows that stand for the graph. Nodes are known by their labels, boxes by their keys. */
    Rows rows() {
        Rows rows = new Rows();
        things.forEach((thing, values) -> {
            if (thing.isBox()) {
                rows.put(
                        "g_boxes",
                        thing.key(),
                        Rows.row(
                                "label", thing.label(),
                                "owner", key(values.get("owner")),
                                "slot", values.get("slot"),
                                "next", key(values.get("next")),
                                "buddy", key(values.get("buddy"))));
                return;
            }
            rows.put(
                    "g_nodes",
                    thing.label(),
                    Rows.row(
                            "kind", thing.type(),
                            "code", values.get("code"),
                            "parent", key(values.get("parent")),
                            "partner", key(values.get("partner")),
                            "inside", key(values.get("inside"))));
            for (Thing box : links(values)) {
                rows.put("g_links", thing.label() + "-" + box.key(), Rows.row("node", thing.label(), "box", box.key()));
            }
            if (thing.isHub()) {
                rows.put(
                        "g_hubs",
                        thing.label(),
                        Rows.row("id", thing.label(), "port", values.get("port"), "main", key(values.get("main"))));
            }
            if (thing.type().equals("tower")) {
                rows.put(
                        "g_towers",
                        thing.label(),
                        Rows.row("id", thing.label(), "height", values.get("height"), "top", key(values.get("top"))));
            }
        });
        return rows;
    }

    @SuppressWarnings("unchecked")
    static Set<Thing> links(Map<String, @Nullable Object> values) {
        return (Set<Thing>) values.get("links");
    }

    private static @Nullable Object key(@Nullable Object value) {
        return value instanceof Thing thing ? thing.isBox() ? (Object) thing.key() : thing.label() : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        things.forEach((thing, values) -> text.append("  ")
                .append(thing.type())
                .append(' ')
                .append(thing)
                .append(' ')
                .append(values)
                .append('\n'));
        return text.toString();
    }

    /** Chooses values: often what was there, else any that keeps the constraints. */
    private static final class Picks {
        private final Graph before;
        private final Set<Thing> all;
        private final Random random;
        private final Map<String, Set<Object>> taken = new HashMap<>();
        final List<Thing> nodes = new ArrayList<>();
        final List<Thing> boxes = new ArrayList<>();

        Picks(Graph before, List<Thing> all, Random random) {
            this.before = before;
            this.all = Collections.newSetFromMap(new IdentityHashMap<>());
            this.all.addAll(all);
            this.random = random;
            all.forEach(thing -> (thing.isBox() ? boxes : nodes).add(thing));
        }

        private boolean keeps(Thing thing) {
            return before.things.containsKey(thing) && random.nextInt(10) < 7;
        }

        private @Nullable Object old(Thing thing, String name) {
            Map<String, @Nullable Object> values = before.things.get(thing);
            Object value = values == null ? null : values.get(name);
            return value instanceof Thing other && !all.contains(other) ? null : value;
        }

        @Nullable
        Thing one(Thing thing, String name, List<Thing> some, boolean nullable) {
            Thing old = (Thing) old(thing, name);
            if (keeps(thing) && (old != null || nullable)) {
                return old;
            }
            boolean none = some.isEmpty() || nullable && random.nextInt(3) == 0;
            return none ? null : some.get(random.nextInt(some.size()));
        }

        @Nullable
        Thing uniqueOne(Thing thing, String name, List<Thing> some) {
            Thing wanted = one(thing, name, some, true);
            return wanted != null && taken(name).add(wanted) ? wanted : null;
        }

        @Nullable
        Object unique(Thing thing, String name, boolean nullable) {
            Object old = old(thing, name);
            if (keeps(thing) && (old == null ? nullable : taken(name).add(old))) {
                return old;
            }
            if (nullable && random.nextInt(4) == 0) {
                return null;
            }
            while (true) {
                int number = 1 + random.nextInt(all.size() + 2);
                Object value = name.equals("code") ? "c" + number : (Object) number;
                if (taken(name).add(value)) {
                    return value;
                }
            }
        }

        Set<Thing> some(Thing thing) {
            Set<Thing> chosen = new LinkedHashSet<>();
            Object old = old(thing, "links");
            if (old != null && keeps(thing)) {
                for (Object member : (Set<?>) old) {
                    if (all.contains((Thing) member)) {
                        chosen.add((Thing) member);
                    }
                }
                return chosen;
            }
            for (Thing box : boxes) {
                if (random.nextInt(3) == 0) {
                    chosen.add(box);
                }
            }
            return chosen;
        }

        private Set<Object> taken(String name) {
            return taken.computeIfAbsent(name, n -> new HashSet<>());
        }
    }
}
