package org.aludel.compliance.areas;

import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aludel.compliance.Check;
import org.aludel.compliance.ComplianceArea;
import org.aludel.compliance.Requirement;
import org.aludel.engine.Connection;
import org.aludel.engine.NestedTransaction;
import org.aludel.engine.Transaction;
import org.aludel.errors.DatabaseException;
import org.aludel.schema.Column;

/** Commit, rollback and savepoints. */
public final class TransactionScopes extends ComplianceArea {

    private Column<Integer> id() {
        return person("id");
    }

    private long people(Connection c) {
        Long count = c.execute(people().count()).scalar(Long.class);
        return count == null ? -1 : count;
    }

    private void add(Connection c, int id) {
        c.execute(people().insert().set(id(), id).set("name", "n" + id));
    }

    @Check
    public void rollbackForgets() {
        try (Connection c = engine().connect()) {
            try (Transaction transaction = c.begin()) {
                add(c, 10);
                assertThat(people(c)).isEqualTo(6);
                transaction.rollback();
            }
            assertThat(people(c)).isEqualTo(5);
        }
    }

    @Check
    public void commitKeeps() {
        try {
            engine().useTransaction(c -> add(c, 10));
            assertThat(engine().<Long, RuntimeException>inTransaction(this::people))
                    .isEqualTo(6);
        } finally {
            engine().useTransaction(c -> c.execute(people().delete().where(id().eq(10))));
        }
    }

    @Check
    public void anExceptionRollsBack() {
        assertThatThrownBy(() -> engine().useTransaction(c -> {
                    add(c, 10);
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(engine().<Long, RuntimeException>inTransaction(this::people)).isEqualTo(5);
    }

    @Check(Requirement.SAVEPOINTS)
    public void savepointsForgetTheirPart() {
        Connection c = connection();
        add(c, 10);
        try (NestedTransaction inner = c.beginNested()) {
            add(c, 11);
            inner.rollback();
        }
        try (NestedTransaction inner = c.beginNested()) {
            add(c, 12);
            inner.commit();
        }
        assertThat(values(select(id()).where(id().ge(10)).orderBy(id()), Integer.class))
                .containsExactly(10, 12);
    }

    @Check(Requirement.SAVEPOINTS)
    public void savepointsInSavepoints() {
        Connection c = connection();
        try (NestedTransaction outer = c.beginNested()) {
            add(c, 10);
            try (NestedTransaction inner = c.beginNested()) {
                add(c, 11);
                inner.commit();
            }
            outer.rollback();
        }
        assertThat(people(c)).isEqualTo(5);
    }

    @Check(Requirement.SAVEPOINTS)
    public void aSavepointHealsAnError() {
        Connection c = connection();
        add(c, 10);
        assertThatThrownBy(() -> {
                    try (NestedTransaction inner = c.beginNested()) {
                        add(c, 10);
                        inner.commit();
                    }
                })
                .isInstanceOf(DatabaseException.class);
        add(c, 11);
        assertThat(people(c)).isEqualTo(7);
    }

    @Check
    public void afterAnErrorTheConnectionServesOn() {
        try (Connection c = engine().connect()) {
            assertThatThrownBy(() -> c.execute(text("selec nothing"))).isInstanceOf(DatabaseException.class);
            try (Transaction transaction = c.begin()) {
                assertThat(people(c)).isEqualTo(5);
                transaction.commit();
            }
        }
    }

    @Check(Requirement.ISOLATED_CONNECTIONS)
    public void othersSeeNothingBeforeCommit() {
        add(connection(), 10);
        try (Connection other = engine().connect()) {
            assertThat(people(other)).isEqualTo(5);
        }
    }
}
