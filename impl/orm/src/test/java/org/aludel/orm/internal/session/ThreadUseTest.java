package org.aludel.orm.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aludel.errors.ThreadUseException;
import org.aludel.orm.Session;
import org.aludel.orm.testmodel.TestDatabase;
import org.aludel.orm.testmodel.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadUseTest {

    private TestDatabase db;
    private Session session;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
        session = db.sessions().open();
        session.add(new User("ed"));
        session.add(new User("wendy"));
        session.commit();
    }

    @AfterEach
    void close() {
        session.close();
        db.close();
    }

    @Test
    void secondThreadIsRefusedWhileOneIsInside() {
        ((DefaultSession) session).enter();
        try {
            assertThatThrownBy(() -> elsewhere(() -> session.add(new User("x"))))
                    .hasCauseInstanceOf(ThreadUseException.class)
                    .hasMessageContaining("ALU-0504");
        } finally {
            ((DefaultSession) session).exit();
        }
    }

    @Test
    void sessionMayBeHandedOver() {
        elsewhere(() -> session.add(new User("fred")));

        assertThat(session.query(User.class).count()).isEqualTo(3);
    }

    @Test
    void openStreamCountsAsUse() {
        try (Stream<User> all = session.query(User.class).yieldPer(1).stream()) {
            assertThatThrownBy(() -> elsewhere(() -> session.query(User.class).count()))
                    .hasCauseInstanceOf(ThreadUseException.class);
            assertThat(all.count()).isEqualTo(2);
        }
        elsewhere(() -> session.query(User.class).count());
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
