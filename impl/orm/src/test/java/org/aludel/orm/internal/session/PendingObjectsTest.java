package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.StateLayout;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-01")
class PendingObjectsTest {

    private static EntityMapper users;

    private final PendingObjects pending = new PendingObjects();
    private final Map<EntityState, Object> model = new LinkedHashMap<>();

    @BeforeAll
    static void configure() {
        users = TestMappings.registry().mapper(User.class);
    }

    private static EntityState state() {
        return EntityState.ofNew(new User("new"), new StateLayout(users), new ReferenceQueue<>());
    }

    private void put(EntityState state, Object object) {
        assertThat(pending.put(state, object)).isEqualTo(model.put(state, object));
    }

    private void remove(EntityState state) {
        assertThat(pending.remove(state)).isEqualTo(model.remove(state));
    }

    private void assertSameAsModel() {
        assertThat(pending).hasSameSizeAs(model);
        assertThat(new ArrayList<>(pending.keySet())).isEqualTo(new ArrayList<>(model.keySet()));
        assertThat(new ArrayList<>(pending.values())).isEqualTo(new ArrayList<>(model.values()));
        assertThat(new ArrayList<>(pending.entrySet())).isEqualTo(new ArrayList<>(model.entrySet()));
        model.forEach((state, object) -> assertThat(pending.get(state)).isSameAs(object));
    }

    @Test
    void actsLikeALinkedMapWhateverComesAndGoes() {
        Random random = new Random(5);
        List<EntityState> known = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            int what = random.nextInt(step % 600 < 300 ? 10 : 20);
            if (what < 6) {
                known.add(state());
                put(known.get(known.size() - 1), "object " + step);
            } else if (what < 8 && !known.isEmpty()) {
                put(known.get(random.nextInt(known.size())), "again " + step); // may have left before
            } else if (!known.isEmpty()) {
                remove(known.get(random.nextInt(known.size())));
            }
            if (step % 50 == 0) {
                assertSameAsModel();
            }
        }
        assertSameAsModel();
        pending.clear();
        model.clear();
        assertSameAsModel();
        known.forEach(state -> assertThat(pending.containsKey(state)).isFalse());
    }

    @Test
    void aStateOfAnotherSessionIsNotHereWhateverItsPlace() {
        EntityState here = state();
        EntityState there = state();
        PendingObjects other = new PendingObjects();
        pending.put(here, "here");
        other.put(there, "there");
        assertThat(pending.containsKey(there)).isFalse();
        assertThat(pending.remove(there)).isNull();
        assertThat(pending.get("no state")).isNull();
        assertThat(pending).hasSize(1);
    }

    @Test
    void keysMayLeaveDuringAWalkAndByTheSet() {
        List<EntityState> states = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            states.add(state());
            put(states.get(i), i);
        }
        Iterator<EntityState> walk = pending.keySet().iterator();
        assertThatThrownBy(walk::remove).isInstanceOf(IllegalStateException.class);
        for (int i = 0; walk.hasNext(); i++) {
            EntityState state = walk.next();
            if (i % 3 == 0) {
                walk.remove();
                model.remove(state);
            }
        }
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
        assertSameAsModel();
        pending.keySet().removeAll(states.subList(0, 20));
        model.keySet().removeAll(states.subList(0, 20));
        assertSameAsModel();
    }

    @Test
    void aWalkDuringWhichPlacesMoveSaysSo() {
        List<EntityState> states = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            states.add(state());
            pending.put(states.get(i), i);
        }
        states.subList(0, 12).forEach(pending::remove);
        Iterator<Object> walk = pending.values().iterator();
        assertThat(walk.next()).isEqualTo(12);
        pending.put(state(), 16); // closes the gaps
        assertThatThrownBy(walk::hasNext).isInstanceOf(ConcurrentModificationException.class);
        assertThat(pending.values()).containsExactly(12, 13, 14, 15, 16);
    }
}
