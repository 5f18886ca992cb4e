package org.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import org.aludel.orm.internal.state.EntityState;
import org.aludel.orm.internal.state.StateLayout;
import org.aludel.orm.testmodel.TestMappings;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("UOW-01")
class NewRowsTest {

    private final TableModel table = new FakeSchema().table("users", "id", "name");
    private final NewRows rows = new NewRows(2);

    private static EntityState state(int place) {
        EntityState state = EntityState.ofNew(
                new User("new"), new StateLayout(TestMappings.registry().mapper(User.class)), new ReferenceQueue<>());
        state.place(place);
        return state;
    }

    private RowOperation put(EntityState state) {
        StatementShape shape = table.shape(StatementShape.Kind.INSERT, new int[] {0, 1}, new int[0]);
        RowOperation insert = RowOperation.insert(state, shape, new Object[] {1, "name"});
        rows.put(state, insert);
        return insert;
    }

    @Test
    void findsByPlaceHoweverFarItIs() {
        EntityState near = state(0);
        EntityState far = state(1_000);
        RowOperation first = put(near);
        RowOperation second = put(far);
        assertThat(rows.of(near)).isSameAs(first);
        assertThat(rows.of(far)).isSameAs(second);
        assertThat(rows.size()).isEqualTo(2);
    }

    @Test
    void whoIsNotOfTheFlushHasNoRowWhateverItsPlace() {
        put(state(1));
        assertThat(rows.of(state(1))).isNull();
        assertThat(rows.of(state(0))).isNull();
        assertThat(rows.of(state(77))).isNull();
    }

    @Test
    void objectsOfOnePlaceKeepTheirOwnRows() {
        EntityState one = state(1);
        EntityState other = state(1);
        RowOperation first = put(one);
        RowOperation second = put(other);
        assertThat(rows.of(one)).isSameAs(first);
        assertThat(rows.of(other)).isSameAs(second);
        assertThat(rows.of(state(1))).isNull();
        assertThat(rows.size()).isEqualTo(2);
    }
}
