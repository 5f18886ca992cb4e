package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aludel.engine.Engine;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.internal.events.Note.Board;
import org.aludel.orm.internal.events.Note.Ordered;
import org.aludel.orm.internal.events.Note.Ranked;
import org.aludel.orm.internal.events.Note.Tagged;
import org.aludel.orm.internal.events.Note.Titled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tracked collections against those of the JDK: after each of many random operations both hold the same, and exactly the
 * members refer to the owner. More rounds with {@code -Daludel.collections.rounds=100000}.
 */
@Tag("MAP-09")
class CollectionPropertiesTest {

    private static final int ROUNDS = Integer.getInteger("aludel.collections.rounds", 300);
    private static final int STEPS = 40;

    private static Engine engine;
    private static SessionFactory sessions;

    @BeforeAll
    static void open() {
        engine = Engine.create("h2:///mem:collectionproperties");
        sessions = SessionFactory.builder(engine)
                .map(Board.class, Titled.class, Ordered.class, Ranked.class, Tagged.class)
                .build();
    }

    @AfterAll
    static void close() {
        sessions.close();
        engine.close();
    }

    @Test
    void listsDoWhatListsDo() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Board board = new Board();
            List<Ordered> plain = new ArrayList<>();
            List<Ordered> all = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Ordered fresh = new Ordered("n" + random.nextInt(1000));
                int operation = random.nextInt(14);
                long seed = random.nextLong();
                all.add(fresh);
                onList(operation, new Random(seed), plain, fresh);
                onList(operation, new Random(seed), board.ordered, fresh);
                String where = "round " + round + ", step " + step + ", operation " + operation;
                assertThat(board.ordered).as(where).hasSameSizeAs(plain);
                for (int i = 0; i < plain.size(); i++) {
                    assertThat(board.ordered.get(i)).as(where).isSameAs(plain.get(i));
                    assertThat(plain.get(i).position).as(where).isEqualTo(i);
                }
                for (Ordered each : all) {
                    boolean in = plain.stream().anyMatch(member -> member == each);
                    assertThat(each.inOrder).as(where).isSameAs(in ? board : null);
                }
            }
        }
    }

    private static void onList(int operation, Random random, List<Ordered> list, Ordered fresh) {
        int size = list.size();
        int at = size == 0 ? 0 : random.nextInt(size);
        switch (operation) {
            case 0, 1 -> list.add(fresh);
            case 2 -> list.add(at, fresh);
            case 3 -> list.addAll(at, List.of(fresh, new Ordered("lost")).subList(0, 1));
            case 4 -> {
                if (size > 0) {
                    list.set(at, fresh);
                }
            }
            case 5 -> {
                if (size > 0) {
                    list.remove(at);
                }
            }
            case 6 -> list.removeIf(each -> each.text.hashCode() % 3 == 0);
            case 7 -> list.sort(Comparator.comparing(each -> each.text));
            case 8 -> Collections.shuffle(list, random);
            case 9 -> list.subList(at / 2, at).clear();
            case 10 -> {
                ListIterator<Ordered> each = list.listIterator();
                while (each.hasNext()) {
                    if (each.next().text.endsWith("7")) {
                        each.remove();
                    }
                }
                each.add(fresh);
            }
            case 11 -> Collections.reverse(list);
            case 12 -> list.retainAll(new ArrayList<>(list.subList(0, at)));
            default -> {
                if (size > 6) {
                    list.clear();
                }
            }
        }
    }

    @Test
    void mapsDoWhatMapsDo() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Board board = new Board();
            Map<String, Titled> plain = new HashMap<>();
            List<Titled> all = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Titled fresh = new Titled("k" + random.nextInt(8));
                int operation = random.nextInt(12);
                all.add(fresh);
                onMap(operation, plain, fresh);
                onMap(operation, board.titled, fresh);
                String where = "round " + round + ", step " + step + ", operation " + operation;
                assertThat(board.titled.keySet()).as(where).isEqualTo(plain.keySet());
                plain.forEach((key, member) ->
                        assertThat(board.titled.get(key)).as(where).isSameAs(member));
                for (Titled each : all) {
                    boolean in = plain.values().stream().anyMatch(member -> member == each);
                    assertThat(each.byTitle).as(where).isSameAs(in ? board : null);
                }
            }
        }
    }

    private static void onMap(int operation, Map<String, Titled> map, Titled fresh) {
        String key = fresh.title;
        switch (operation) {
            case 0, 1 -> map.put(key, fresh);
            case 2 -> map.putIfAbsent(key, fresh);
            case 3 -> map.remove(key);
            case 4 -> map.computeIfAbsent(key, any -> fresh);
            case 5 -> map.compute(key, (any, old) -> old == null ? fresh : null);
            case 6 -> map.merge(key, fresh, (old, added) -> added);
            case 7 -> map.keySet().remove(key);
            case 8 -> map.entrySet().removeIf(entry -> entry.getKey().compareTo("k5") > 0);
            case 9 -> map.putAll(Map.of(key, fresh));
            case 10 -> {
                for (Map.Entry<String, Titled> entry : map.entrySet()) {
                    if (entry.getKey().equals(key)) {
                        entry.setValue(fresh);
                    }
                }
            }
            default -> map.values().removeIf(member -> member.title.equals(key));
        }
    }

    @Test
    void sortedSetsDoWhatSortedSetsDo() {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Board board = new Board();
            TreeSet<Ranked> plain = new TreeSet<>();
            List<Ranked> all = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Ranked fresh = new Ranked(random.nextInt(20));
                int operation = random.nextInt(9);
                all.add(fresh);
                onSet(operation, plain, fresh);
                onSet(operation, board.ranked, fresh);
                String where = "round " + round + ", step " + step + ", operation " + operation;
                Iterator<Ranked> mine = board.ranked.iterator();
                for (Ranked each : plain) {
                    assertThat(mine.next()).as(where).isSameAs(each);
                }
                assertThat(mine.hasNext()).as(where).isFalse();
                for (Ranked each : all) {
                    boolean in = plain.stream().anyMatch(member -> member == each);
                    assertThat(each.sorted).as(where).isSameAs(in ? board : null);
                }
            }
        }
    }

    private static void onSet(int operation, SortedSet<Ranked> set, Ranked fresh) {
        switch (operation) {
            case 0, 1, 2 -> set.add(fresh);
            case 3 -> set.remove(fresh);
            case 4 -> set.headSet(fresh).clear();
            case 5 -> set.tailSet(fresh).removeIf(each -> each.rank % 2 == 0);
            case 6 -> set.removeIf(each -> each.rank % 5 == 0);
            case 7 -> set.retainAll(new ArrayList<>(set.tailSet(new Ranked(3))));
            default -> {
                Iterator<Ranked> each = set.iterator();
                if (each.hasNext()) {
                    each.next();
                    each.remove();
                }
            }
        }
    }
}
