package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.TwoPhaseTransaction;
import org.aludel.errors.TransactionStateException;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Transactions that are prepared, then decided. */
public final class TwoPhaseCommits extends ComplianceArea {

    private final MetaData metadata = new MetaData();
    private final Table marks =
            metadata.table("two_phase_marks", column("id", INTEGER).primaryKey().autoincrement(false));

    private interface Work {
        void on(Connection connection);
    }

    private long marksSet(Connection connection) {
        Long count = connection.execute(marks.count()).scalar(Long.class);
        return count == null ? -1 : count;
    }

    private void leaves(long expected, Work work) {
        metadata.createAll(engine());
        try {
            try (Connection c = engine().connect()) {
                work.on(c);
            }
            assertThat(engine().<Long, RuntimeException>inTransaction(this::marksSet))
                    .isEqualTo(expected);
            try (Connection c = engine().connect()) {
                assertThat(c.recoverTwoPhase()).as("branches in doubt").isEmpty();
            }
        } finally {
            drop(metadata);
        }
    }

    @Check(Requirement.TWO_PHASE)
    public void preparedAndCommitted() {
        leaves(1, c -> {
            TwoPhaseTransaction transaction = c.beginTwoPhase();
            c.execute(marks.insert().set("id", 1));
            transaction.prepare();
            assertThat(transaction.isPrepared()).isTrue();
            transaction.commit();
        });
    }

    @Check(Requirement.TWO_PHASE)
    public void preparedAndRolledBack() {
        leaves(0, c -> {
            TwoPhaseTransaction transaction = c.beginTwoPhase();
            c.execute(marks.insert().set("id", 1));
            transaction.prepare();
            transaction.rollback();
        });
    }

    @Check(Requirement.TWO_PHASE)
    public void committedInOnePhase() {
        leaves(1, c -> {
            TwoPhaseTransaction transaction = c.beginTwoPhase();
            c.execute(marks.insert().set("id", 1));
            transaction.commit();
        });
    }

    @Check
    public void refusedWhereTheDatabaseCannot() {
        if (!can(Requirement.TWO_PHASE)) {
            try (Connection c = engine().connect()) {
                assertThatThrownBy(c::beginTwoPhase)
                        .isInstanceOf(TransactionStateException.class)
                        .hasMessageContaining("ALU-0225");
            }
        }
    }
}
