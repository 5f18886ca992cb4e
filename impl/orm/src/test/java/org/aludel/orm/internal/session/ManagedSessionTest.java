package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.aludel.errors.TransactionStateException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.Address;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.aludel.orm.testmodel.User_;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session whose transactions someone else controls; here the connection commits each statement by itself. */
class ManagedSessionTest {

    /** A transaction that completes when the test says so. */
    private static final class Transaction implements ManagedTransaction {
        final String name;
        final List<SessionParticipant> participants = new ArrayList<>();
        boolean rollbackOnly;

        Transaction(String name) {
            this.name = name;
        }

        @Override
        public Object key() {
            return name;
        }

        @Override
        public void register(SessionParticipant participant) {
            participants.add(participant);
        }

        @Override
        public void setRollbackOnly() {
            rollbackOnly = true;
        }

        @Override
        public boolean isRollbackOnly() {
            return rollbackOnly;
        }

        void complete(boolean commit) {
            boolean committed = commit;
            try {
                if (commit) {
                    participants.forEach(SessionParticipant::beforeCompletion);
                }
            } catch (RuntimeException e) {
                committed = false;
                throw e;
            } finally {
                boolean outcome = committed;
                participants.forEach(participant -> participant.afterCompletion(outcome));
            }
        }

        @Override
        public String toString() {
            return "transaction " + name;
        }
    }

    private TestDatabase db;
    private Transaction current;
    private DefaultSession session;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
        session = ((DefaultSessionFactory) db.sessions()).open(() -> current);
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    @Test
    void changesAreFlushedBeforeCompletion() {
        current = new Transaction("one");
        session.add(new User("ed"));
        assertThat(db.executed()).isEmpty();

        Transaction one = current;
        one.complete(true);
        current = null;

        assertThat(one.participants).hasSize(1);
        assertThat(db.executed()).hasSize(1);
        assertThat(session.query(User_.name).all()).containsExactly("ed");
    }

    @Test
    void commitAndRollbackAreTheContainersBusiness() {
        current = new Transaction("one");
        session.add(new User("ed"));

        assertThatThrownBy(session::commit)
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0540")
                .hasMessageContaining("transaction one");
        assertThatThrownBy(session::rollback).hasMessageContaining("ALU-0540");
        current.complete(false);
    }

    @Test
    void objectsSettleWhenTheTransactionIsRolledBack() {
        current = new Transaction("one");
        User ed = new User("ed");
        session.add(ed);

        current.complete(false);
        current = null;

        assertThat(session.contains(ed)).isFalse();
        assertThat(session.query(User.class).count()).isZero();
    }

    @Test
    void sessionLivesOnBetweenTransactionsAndReads() {
        current = new Transaction("one");
        User ed = new User("ed");
        ed.getAddresses().add(new Address("Paris"));
        session.add(ed);
        current.complete(true);
        current = null;

        assertThat(ed.getName()).isEqualTo("ed");
        assertThat(ed.getAddresses()).extracting(Address::getCity).containsExactly("Paris");
        assertThat(session.inTransaction()).isFalse();

        ed.setName("edward");
        assertThat(session.query(User_.name).all()).containsExactly("ed");
        assertThatThrownBy(session::flush)
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0541");

        current = new Transaction("two");
        session.join();
        current.complete(true);
        current = null;
        assertThat(session.query(User_.name).all()).containsExactly("edward");
    }

    @Test
    void suspendedTransactionsSessionIsRefusedNamingBoth() {
        current = new Transaction("one");
        session.add(new User("ed"));
        Transaction one = current;
        current = new Transaction("two");

        assertThatThrownBy(() -> session.query(User.class).all())
                .isInstanceOf(TransactionStateException.class)
                .hasMessageContaining("ALU-0542")
                .hasMessageContaining("transaction one")
                .hasMessageContaining("transaction two");
        current = null;
        assertThatThrownBy(() -> session.query(User.class).all()).hasMessageContaining("no transaction");
        current = one;
        one.complete(true);
        current = null;
        assertThat(session.query(User.class).count()).isEqualTo(1);
    }

    @Test
    void failedFlushMakesTheTransactionRollbackOnly() {
        current = new Transaction("one");
        User nameless = new User();
        session.add(nameless);
        Transaction one = current;

        assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);

        assertThat(one.rollbackOnly).isTrue();
        assertThatThrownBy(() -> session.query(User.class).all()).hasMessageContaining("ALU-0503");
        one.complete(false);
        current = null;
        assertThat(session.contains(nameless)).isFalse();
        assertThat(session.query(User.class).count()).isZero();
    }

    @Test
    void completionOnAnotherThreadSettlesWhenTheOwnerLeaves() throws Exception {
        current = new Transaction("one");
        User ed = new User("ed");
        session.add(ed);
        session.enter();
        Thread reaper = new Thread(() -> current.complete(false));
        reaper.start();
        reaper.join();
        assertThat(session.contains(ed)).isTrue();

        session.exit();

        assertThat(session.contains(ed)).isFalse();
        current = null;
    }

    @Test
    void closedSessionIsStillFlushedWhenItsTransactionCompletes() {
        current = new Transaction("one");
        session.add(new User("ed"));
        session.close();
        assertThatThrownBy(() -> session.add(new User("x"))).hasMessageContaining("ALU-0500");

        current.complete(true);
        current = null;

        try (Session other = db.sessions().open()) {
            assertThat(other.query(User_.name).all()).containsExactly("ed");
        }
    }

    @Test
    void sessionForOneTransactionJoinsAtOnce() {
        Transaction one = new Transaction("one");
        DefaultSession bound = ((DefaultSessionFactory) db.sessions()).openManaged(one);

        assertThat(one.participants).hasSize(1);
        bound.add(new User("ed"));
        one.complete(true);

        assertThat(session.query(User.class).count()).isEqualTo(1);
    }
}
