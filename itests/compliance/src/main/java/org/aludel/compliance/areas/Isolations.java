package org.aludel.compliance.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.Isolation;
import org.aludel.engine.Transaction;
import org.aludel.errors.TransactionStateException;

/** Levels of isolation belong to a connection until it is closed. */
public final class Isolations extends ComplianceArea {

    private static long people(Connection c, org.aludel.schema.Table table) {
        Long count = c.execute(table.count()).scalar(Long.class);
        return count == null ? -1 : count;
    }

    private void taken(Isolation level) {
        Isolation before;
        try (Connection c = engine().connect()) {
            before = c.isolation();
            c.isolation(level);
            assertThat(c.isolation()).isEqualTo(level);
            try (Transaction transaction = c.begin()) {
                assertThat(people(c, people())).isEqualTo(5);
                transaction.commit();
            }
        }
        try (Connection c = engine().connect()) {
            assertThat(c.isolation()).isEqualTo(before);
        }
    }

    @Check(Requirement.ISOLATION_LEVELS)
    public void readCommitted() {
        taken(Isolation.READ_COMMITTED);
    }

    @Check(Requirement.ISOLATION_LEVELS)
    public void serializable() {
        taken(Isolation.SERIALIZABLE);
    }

    @Check
    public void autocommitKeepsEachStatement() {
        try {
            try (Connection c = engine().connect()) {
                c.isolation(Isolation.AUTOCOMMIT);
                try (Transaction transaction = c.begin()) {
                    c.execute(people().insert().set("id", 20).set("name", "auto"));
                    transaction.rollback();
                }
            }
            try (Connection c = engine().connect()) {
                assertThat(people(c, people())).isEqualTo(6);
            }
        } finally {
            engine().useTransaction(c ->
                    c.execute(people().delete().where(this.<Integer>person("id").eq(20))));
        }
    }

    @Check
    public void refusedInsideATransaction() {
        assertThatThrownBy(() -> connection().isolation(Isolation.SERIALIZABLE))
                .isInstanceOf(TransactionStateException.class);
    }
}
