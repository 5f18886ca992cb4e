package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.forShare;
import static org.aludel.sql.Sql.nowait;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.skipLocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.aludel.schema.Column;
import org.aludel.sql.Select;

/** Row locks. */
public final class Locks extends ComplianceArea {

    private Select first() {
        Column<Integer> id = person("id");
        return select(id).where(id.eq(1));
    }

    @Check(Requirement.FOR_UPDATE)
    public void readToChange() {
        assertThat(values(first().withForUpdate(), Integer.class)).containsExactly(1);
    }

    @Check({Requirement.FOR_UPDATE, Requirement.SHARED_LOCKS})
    public void readToRely() {
        assertThat(values(first().withForUpdate(forShare()), Integer.class)).containsExactly(1);
    }

    @Check({Requirement.FOR_UPDATE, Requirement.NOWAIT})
    public void refuseToWait() {
        assertThat(values(first().withForUpdate(), Integer.class)).containsExactly(1);
        try (Connection other = engine().connect();
                Transaction transaction = other.begin()) {
            assertThatThrownBy(
                            () -> other.execute(first().withForUpdate(nowait())).all())
                    .isInstanceOf(DatabaseException.class);
            transaction.rollback();
        }
    }

    @Check({Requirement.FOR_UPDATE, Requirement.SKIP_LOCKED})
    public void skipWhatIsLocked() {
        Column<Integer> id = person("id");
        assertThat(values(first().withForUpdate(), Integer.class)).containsExactly(1);
        try (Connection other = engine().connect();
                Transaction transaction = other.begin()) {
            assertThat(other.execute(select(id).orderBy(id).withForUpdate(skipLocked()))
                            .scalars(Integer.class))
                    .containsExactly(2, 3, 4, 5);
            transaction.rollback();
        }
    }
}
