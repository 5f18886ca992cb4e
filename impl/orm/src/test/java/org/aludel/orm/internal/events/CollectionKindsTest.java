package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.errors.ArgumentException;
import org.aludel.errors.MappingException;
import org.aludel.orm.CollectionClass;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Orm;
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

/** Members by key, in order, sorted, and in a class of the program's own: each kind follows and is followed. */
@Tag("MAP-09")
class CollectionKindsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Engine engine;
    private SessionFactory sessions;

    @BeforeEach
    void open() {
        engine = Engine.create("h2:///mem:collections" + NUMBER.incrementAndGet());
        sessions = SessionFactory.builder(engine)
                .map(Board.class, Titled.class, Ordered.class, Ranked.class, Tagged.class)
                .build();
        sessions.metaData().createAll(engine);
    }

    @AfterEach
    void close() {
        sessions.close();
        engine.close();
    }

    private Integer saved(Board board) {
        sessions.useTransaction(session -> session.add(board));
        return board.id;
    }

    @Test
    void aMapHasItsMembersUnderTheirKeys() {
        Board board = new Board();
        Titled first = new Titled("a");
        board.titled.put("a", first);
        new Titled("b").byTitle = board;
        Integer id = saved(board);

        try (Session session = sessions.open()) {
            Board loaded = session.get(Board.class, id);
            assertThat(loaded.titled.keySet()).containsExactlyInAnyOrder("a", "b");
            assertThat(loaded.titled.get("a").byTitle).isSameAs(loaded);
        }
    }

    @Test
    void whatTakesAKeyReplacesTheMemberThatHadIt() {
        Board board = new Board();
        Titled before = new Titled("a");
        board.titled.put("a", before);
        Integer id = saved(board);

        try (Session session = sessions.open()) {
            Board loaded = session.get(Board.class, id);
            loaded.titled.put("a", new Titled("a"));
            session.commit();
            assertThat(session.query(Titled.class).count()).isEqualTo(1);
            assertThat(session.get(Titled.class, before.id)).isNull();
        }
    }

    @Test
    void changesThroughViewsOfAMapAreChanges() {
        Board board = new Board();
        Titled a = new Titled("a");
        Titled b = new Titled("b");
        Titled c = new Titled("c");
        board.titled.putAll(Map.of("a", a, "b", b, "c", c));

        board.titled.keySet().remove("a");
        board.titled.values().remove(b);
        board.titled.entrySet().removeIf(entry -> entry.getKey().equals("c"));

        assertThat(board.titled).isEmpty();
        assertThat(List.of(a, b, c)).allMatch(each -> each.byTitle == null);
    }

    @Test
    void mapsKnowTheMethodsOfLaterTimes() {
        Board board = new Board();
        Titled a = board.titled.computeIfAbsent("a", Titled::new);

        assertThat(a.byTitle).isSameAs(board);
        assertThat(board.titled.putIfAbsent("a", new Titled("a"))).isSameAs(a);
        assertThat(board.titled.computeIfPresent("a", (key, old) -> null)).isNull();
        assertThat(a.byTitle).isNull();
    }

    @Test
    void anAssignedMapMustHaveItsMembersUnderTheirKeys() {
        Board board = new Board();

        assertThatThrownBy(() -> board.titled = Map.of("x", new Titled("a")))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("ALU-0484");
        assertThat(board.titled).isEmpty();
    }

    @Test
    void aListKeepsItsOrderInAColumn() {
        Board board = new Board();
        board.ordered.addAll(List.of(new Ordered("a"), new Ordered("b"), new Ordered("c")));
        Integer id = saved(board);

        try (Session session = sessions.open()) {
            List<Ordered> ordered = session.get(Board.class, id).ordered;
            ordered.add(0, ordered.remove(2));
            session.commit();
            assertThat(ordered).extracting(each -> each.text).containsExactly("c", "a", "b");
            assertThat(ordered).extracting(each -> each.position).containsExactly(0, 1, 2);
        }
    }

    @Test
    void sortingAListIsAChangeOfPositions() {
        Board board = new Board();
        board.ordered.addAll(List.of(new Ordered("b"), new Ordered("a")));

        board.ordered.sort((x, y) -> x.text.compareTo(y.text));

        assertThat(board.ordered.get(0).position).isZero();
        assertThat(board.ordered.get(0).text).isEqualTo("a");
    }

    @Test
    void aSortedSetIsInOrder() {
        Board board = new Board();
        board.ranked.addAll(List.of(new Ranked(3), new Ranked(1), new Ranked(2)));
        Integer id = saved(board);

        try (Session session = sessions.open()) {
            Board loaded = session.get(Board.class, id);
            assertThat(loaded.ranked).extracting(each -> each.rank).containsExactly(1, 2, 3);
            Ranked low = loaded.ranked.first();
            loaded.ranked.headSet(loaded.ranked.last()).clear();
            session.commit();
            assertThat(low.sorted).isNull();
            assertThat(loaded.ranked).extracting(each -> each.rank).containsExactly(3);
        }
    }

    @Test
    void aViewOfASortedSetRefusesWhatIsOutOfItsRange() {
        Board board = new Board();
        board.ranked.addAll(List.of(new Ranked(1), new Ranked(5)));

        assertThatThrownBy(() -> board.ranked.headSet(new Ranked(3)).add(new Ranked(4)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(board.ranked).hasSize(2);
    }

    @Test
    void aClassOfTheProgramsOwnIsFollowed() {
        Board board = new Board();
        Tagged x = new Tagged("x");
        board.tagged.put(x);
        Tagged y = new Tagged("y");
        y.own = board;

        assertThat(x.own).isSameAs(board);
        assertThat(board.tagged.find("y")).isSameAs(y);
        board.tagged.drop(x);
        assertThat(x.own).isNull();
        Integer id = saved(board);

        try (Session session = sessions.open()) {
            Board loaded = session.get(Board.class, id);
            assertThat(loaded.tagged.count()).isEqualTo(1);
            loaded.tagged.put(new Tagged("z"));
            loaded.tagged.drop(loaded.tagged.find("y"));
            session.commit();
            assertThat(loaded.tagged.count()).isEqualTo(1);
            assertThat(loaded.tagged.find("z").own).isSameAs(loaded);
        }
    }

    @Test
    void aReplacedCollectionOfTheProgramIsAPlainOne() {
        Board board = new Board();
        Note.Bag before = board.tagged;
        Tagged x = new Tagged("x");
        before.put(x);

        board.tagged = new Note.Bag();

        assertThat(x.own).isNull();
        before.put(new Tagged("later"));
        assertThat(board.tagged.count()).isZero();
        assertThat(before.count()).isEqualTo(2);
    }

    @Mapped(table = "broken")
    static class Broken {
        @Id
        Integer id;

        Object bs;
    }

    @Test
    void aClassWithoutTheRolesIsRefused() {
        assertThatThrownBy(() -> SessionFactory.builder(engine)
                        .map(Broken.class, Tagged.class, Board.class, Titled.class, Ordered.class, Ranked.class)
                        .configure(
                                Broken.class,
                                m -> m.property(
                                        "bs",
                                        Orm.relationship(Tagged.class).collection(CollectionClass.of(Object::new))))
                        .build())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("ALU-0485 Broken.bs")
                .hasMessageContaining("@CollectionAppender");
    }
}
