package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.aludel.engine.Engine;
import org.aludel.errors.DetachedException;
import org.aludel.errors.FlushException;
import org.aludel.errors.InvalidRequestException;
import org.aludel.errors.ThreadUseException;
import org.aludel.orm.BeforeFlush;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.aludel.orm.internal.events.Note.Board;
import org.aludel.orm.internal.events.Note.Ordered;
import org.aludel.orm.internal.events.Note.Ranked;
import org.aludel.orm.internal.events.Note.Tagged;
import org.aludel.orm.internal.events.Note.Titled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions and objects used as they should not be: a clear error, and a session that goes on. */
@Tag("UOW-12")
class MisuseTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Mapped(table = "named")
    static class Named {
        @Id
        String name;
    }

    private Engine engine;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        engine = Engine.create("h2:///mem:misuse" + NUMBER.incrementAndGet());
        sessions = SessionFactory.builder(engine)
                .map(Board.class, Titled.class, Ordered.class, Ranked.class, Tagged.class, Named.class)
                .build();
        sessions.metaData().createAll(engine);
    }

    @AfterEach
    void close() {
        sessions.close();
        engine.close();
    }

    private Integer saved() {
        return sessions.inTransaction(session -> {
            Board board = new Board();
            board.name = "b";
            board.ordered.add(new Ordered("one"));
            session.add(board);
            session.flush();
            return board.id;
        });
    }

    @Test
    void whatIsNotLoadedOfADetachedObjectIsNamed() {
        Integer id = saved();
        Board board = sessions.inTransaction(session -> session.get(Board.class, id));

        assertThatThrownBy(() -> board.ordered.size())
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("Board.ordered is not loaded");
        assertThat(board.name).isEqualTo("b");
    }

    @Test
    void soItIsOfOneFromAStream() throws Exception {
        Integer id = saved();
        Board copy = copied(sessions.inTransaction(session -> session.get(Board.class, id)));

        assertThatThrownBy(() -> copy.ordered.size())
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("Board.ordered is not loaded");
    }

    @Test
    void aCopyFromAStreamKeepsChangesOfItsCollections() throws Exception {
        Integer id = saved();
        Board board = sessions.inTransaction(session -> {
            Board loaded = session.get(Board.class, id);
            assertThat(loaded.ordered).hasSize(1);
            return loaded;
        });
        board.ordered.add(new Ordered("two"));
        Board copy = copied(board);
        copy.ordered.add(new Ordered("three"));

        sessions.useTransaction(session -> session.add(copy));

        try (Session session = sessions.open()) {
            assertThat(session.get(Board.class, id).ordered)
                    .extracting(each -> each.text)
                    .containsExactly("one", "two", "three");
        }
    }

    private static Board copied(Board board) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(board);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Board) in.readObject();
        }
    }

    @Test
    void anObjectIsInOneSessionOnly() {
        Integer id = saved();
        try (Session one = sessions.open();
                Session other = sessions.open()) {
            Board board = one.get(Board.class, id);
            assertThatThrownBy(() -> other.add(board))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("ALU-0510");
            assertThat(other.get(Board.class, id)).isNotSameAs(board);
        }
    }

    @Test
    void aKeyMustHaveAValue() {
        try (Session session = sessions.open()) {
            session.add(new Named());
            assertThatThrownBy(session::flush)
                    .isInstanceOf(FlushException.class)
                    .hasMessageContaining("Named.name");
            session.rollback();
            Named named = new Named();
            named.name = "n";
            session.add(named);
            session.commit();
            assertThat(session.query(Named.class).count()).isEqualTo(1);
        }
    }

    @Test
    void aClosedSessionSaysSo() {
        Session session = sessions.open();
        session.close();

        assertThatThrownBy(() -> session.query(Board.class).all())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("ALU-0500");
    }

    @Test
    void aHandlerThatThrowsRollsTheFlushBack() {
        try (Session session = sessions.open()) {
            var registration = session.on(BeforeFlush.class, e -> {
                throw new IllegalStateException("not now");
            });
            Board board = new Board();
            session.add(board);
            assertThatThrownBy(session::flush).hasMessage("not now");
            registration.close();
            session.rollback();
            session.add(board);
            session.commit();
            assertThat(board.id).isNotNull();
        }
    }

    @Test
    void twoThreadsAtOnceAreCaught() throws InterruptedException {
        try (Session session = sessions.open()) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            AtomicReference<Throwable> caught = new AtomicReference<>();
            session.on(BeforeFlush.class, e -> {
                inside.countDown();
                await(done);
            });
            Thread other = new Thread(() -> {
                await(inside);
                try {
                    session.query(Board.class).count();
                } catch (RuntimeException e) {
                    caught.set(e);
                }
                done.countDown();
            });
            other.start();
            session.add(new Board());
            session.flush();
            other.join();
            assertThat(caught.get()).isInstanceOf(ThreadUseException.class);
            session.commit();
            assertThat(session.query(Board.class).count()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
