package org.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aludel.orm.internal.mapping.EntityKey;
import org.aludel.orm.internal.mapping.EntityMapper;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-01")
class IdentityMapTest {

    private static EntityMapper users;

    private final IdentityMap map = new IdentityMap();
    private final Map<EntityKey, User> model = new HashMap<>(); // holds what the map holds weakly

    @BeforeAll
    static void configure() {
        users = TestMappings.registry().mapper(User.class);
    }

    private static EntityKey key(int id) {
        return new EntityKey(users.root(), id);
    }

    private void put(int id) {
        User user = new User("user " + id);
        map.put(EntityState.ofDetached(user, new StateLayout(users), key(id), map.queue()));
        model.put(key(id), user);
    }

    private void remove(int id) {
        EntityState state = map.find(key(id));
        if (state != null) {
            map.remove(state);
        }
        model.remove(key(id));
    }

    private void assertSameAsModel() {
        assertThat(map.size()).isEqualTo(model.size());
        assertThat(Set.copyOf(map.instances())).isEqualTo(Set.copyOf(model.values()));
        model.forEach((key, user) -> assertThat(found(key)).isSameAs(user));
    }

    private Object found(EntityKey key) {
        EntityState state = map.find(key);
        return state == null ? null : state.get();
    }

    @Test
    void findsWhatWasPutAndNotRemovedAcrossAllSizes() {
        Random random = new Random(7);
        for (int step = 0; step < 40_000; step++) {
            int id = random.nextInt(12_000); // several segments
            if (random.nextInt(5) == 0) {
                remove(id);
            } else {
                put(id);
            }
        }

        assertThat(model.size()).isGreaterThan(5_000);
        assertSameAsModel();
        for (int id = 0; id < 12_000; id++) {
            remove(id);
        }
        assertThat(map.size()).isZero();
        assertThat(map.instances()).isEmpty();
    }

    @Test
    void anEmptyMapFindsAndRemovesNothing() {
        User user = new User("nobody");
        EntityState stranger = EntityState.ofDetached(user, new StateLayout(users), key(1), map.queue());

        assertThat(map.find(key(1))).isNull();
        map.remove(stranger);
        map.presize(0);
        assertSameAsModel();
    }

    @Test
    void roomMadeAheadChangesNothingElse() {
        put(1);
        map.presize(20_000);
        put(2);
        assertSameAsModel();
    }

    @Test
    void aClearedMapBeginsAnew() {
        put(1);
        map.clear();
        model.clear();
        assertSameAsModel();
        put(2);
        assertSameAsModel();
    }

    @Test
    void mapsDoNotShareEntries() {
        put(1);
        assertThat(new IdentityMap().find(key(1))).isNull();
    }
}
