package org.aludel.orm.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.Cascade;
import org.aludel.orm.CollectionAppender;
import org.aludel.orm.CollectionIterator;
import org.aludel.orm.CollectionRemover;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.internal.inheritance.MemoryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects whose collections change outside any session, in themselves or in a copy from a stream: nothing is lost. */
@Tag("MAP-09")
@Tag("UOW-09")
class CollectionCopiesTest {

    @Mapped(table = "cc_boards")
    static class Board implements Serializable {
        @Id
        Integer id;

        @Relationship(
                keyedBy = "text",
                backref = "board",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
        Map<String, Note> notes = new HashMap<>();

        @Relationship(keyedBy = "rank", backref = "board")
        SortedMap<Integer, Rank> ranks = new TreeMap<>();

        @Relationship(backref = "board")
        SortedSet<Label> labels = new TreeSet<>();

        @Relationship(position = "pos", backref = "board", orderBy = "pos")
        List<Item> items = new ArrayList<>();

        @Relationship(target = Sticker.class, backref = "board", orderBy = "id")
        Sheet stickers = new Sheet();
    }

    @Mapped(table = "cc_notes")
    static class Note implements Serializable {
        @Id
        Integer id;

        String text;

        @References("cc_boards.id")
        Integer boardId;

        @Relationship
        Board board;

        Note() {}

        Note(String text) {
            this.text = text;
        }
    }

    @Mapped(table = "cc_ranks")
    static class Rank implements Serializable {
        @Id
        Integer id;

        Integer rank;

        @References("cc_boards.id")
        Integer boardId;

        @Relationship
        Board board;

        Rank() {}

        Rank(int rank) {
            this.rank = rank;
        }
    }

    @Mapped(table = "cc_labels")
    static class Label implements Serializable, Comparable<Label> {
        @Id
        Integer id;

        String text;

        @References("cc_boards.id")
        Integer boardId;

        @Relationship
        Board board;

        Label() {}

        Label(String text) {
            this.text = text;
        }

        @Override
        public int compareTo(Label other) {
            return text.compareTo(other.text);
        }
    }

    @Mapped(table = "cc_items")
    static class Item implements Serializable {
        @Id
        Integer id;

        String text;
        Integer pos;

        @References("cc_boards.id")
        Integer boardId;

        @Relationship
        Board board;

        Item() {}

        Item(String text) {
            this.text = text;
        }
    }

    @Mapped(table = "cc_stickers")
    static class Sticker implements Serializable {
        @Id
        Integer id;

        String text;

        @References("cc_boards.id")
        Integer boardId;

        @Relationship
        Board board;

        Sticker() {}

        Sticker(String text) {
            this.text = text;
        }
    }

    /** A collection class of the program's own. */
    static class Sheet implements Serializable {
        private final List<Sticker> stuck = new ArrayList<>();

        @CollectionAppender
        void stick(Sticker sticker) {
            stuck.add(sticker);
        }

        @CollectionRemover
        void peel(Sticker sticker) {
            stuck.remove(sticker);
        }

        @CollectionIterator
        Iterator<Sticker> stuck() {
            return List.copyOf(stuck).iterator();
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            stuck().forEachRemaining(each -> texts.add(each.text));
            return texts;
        }
    }

    private MemoryDatabase database;
    private Board board;

    @BeforeEach
    void begin() {
        database = new MemoryDatabase(Board.class, Note.class, Rank.class, Label.class, Item.class, Sticker.class);
        try (Session session = database.open()) {
            Board made = new Board();
            made.notes.put("a", new Note("a"));
            made.notes.put("b", new Note("b"));
            made.ranks.put(2, new Rank(2));
            made.ranks.put(1, new Rank(1));
            made.labels.addAll(List.of(new Label("y"), new Label("x")));
            made.items.addAll(List.of(new Item("i0"), new Item("i1"), new Item("i2")));
            made.stickers.stick(new Sticker("s0"));
            made.stickers.stick(new Sticker("s1"));
            session.add(made);
            session.commit();
        }
        board = load();
    }

    private Board load() {
        try (Session session = database.open()) {
            Board loaded = session.query(Board.class).one();
            assertThat(loaded.notes.size()
                            + loaded.ranks.size()
                            + loaded.labels.size()
                            + loaded.items.size()
                            + loaded.stickers.texts().size())
                    .isEqualTo(11);
            return loaded;
        }
    }

    @AfterEach
    void end() {
        database.close();
    }

    private static void change(Board board) {
        board.notes.remove("a");
        board.notes.put("c", new Note("c"));
        board.ranks.remove(1);
        board.ranks.put(3, new Rank(3));
        board.labels.remove(board.labels.first());
        board.labels.add(new Label("z"));
        board.items.remove(board.items.get(0));
        board.items.add(0, board.items.remove(1));
        board.items.add(new Item("new"));
        board.stickers.peel(board.stickers.stuck().next());
        board.stickers.stick(new Sticker("s2"));
    }

    private static void replace(Board board) {
        board.notes = new HashMap<>(Map.of("b", board.notes.get("b"), "c", new Note("c")));
        board.ranks = new TreeMap<>(Map.of(2, board.ranks.get(2), 3, new Rank(3)));
        board.labels = new TreeSet<>(List.of(board.labels.last(), new Label("z")));
        board.items = new ArrayList<>(List.of(board.items.get(2), board.items.get(1), new Item("new")));
        Sheet sheet = new Sheet();
        Iterator<Sticker> stuck = board.stickers.stuck();
        stuck.next();
        sheet.stick(stuck.next());
        sheet.stick(new Sticker("s2"));
        board.stickers = sheet;
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

    private void addAndCheck(Board changed) {
        try (Session session = database.open()) {
            session.add(changed);
            session.commit();
        }
        check();
    }

    private void check() {
        try (Session session = database.open()) {
            Board stored = session.query(Board.class).one();
            assertThat(stored.notes).containsOnlyKeys("b", "c");
            assertThat(stored.ranks).containsOnlyKeys(2, 3);
            assertThat(stored.labels).extracting(label -> label.text).containsExactly("y", "z");
            assertThat(stored.items).extracting(item -> item.text).containsExactly("i2", "i1", "new");
            assertThat(stored.items).extracting(item -> item.pos).containsExactly(0, 1, 2);
            assertThat(stored.stickers.texts()).containsExactly("s1", "s2");
            assertThat(session.query(Note.class).count())
                    .as("the orphan is gone")
                    .isEqualTo(2);
        }
    }

    @Test
    void changesOfADetachedObjectAreKept() {
        change(board);
        addAndCheck(board);
    }

    @Test
    void changesBeforeACopyIsMadeAreKept() throws Exception {
        change(board);
        addAndCheck(copied(board));
    }

    @Test
    void changesOfACopyAreKept() throws Exception {
        Board copy = copied(board);
        change(copy);
        addAndCheck(copy);
    }

    @Test
    void changesOfACopyOfACopyAreKept() throws Exception {
        change(board);
        addAndCheck(copied(copied(board)));
    }

    @Test
    void collectionsThatAreReplacedInACopyAreKept() throws Exception {
        Board copy = copied(board);
        replace(copy);
        addAndCheck(copy);
    }

    @Test
    void changesOfACopyAreMerged() throws Exception {
        Board copy = copied(board);
        change(copy);
        try (Session session = database.open()) {
            session.merge(copy);
            session.commit();
        }
        check();
    }

    @Test
    void aCopyWithoutChangesWritesNothing() throws Exception {
        Board copy = copied(board);
        try (Session session = database.open()) {
            session.add(copy);
            assertThat(session.isModified(copy)).isFalse();
            session.commit();
            assertThat(database.sql).isEmpty();
        }
    }

    @Test
    void aCopyIsMergedWithoutAskingTheDatabase() throws Exception {
        Board copy = copied(board);
        try (Session session = database.open()) {
            Board merged = session.merge(copy, false);
            assertThat(merged).isNotSameAs(copy);
            assertThat(merged.notes.get("a")).isNotSameAs(copy.notes.get("a"));
            assertThat(merged.items).extracting(item -> item.text).containsExactly("i0", "i1", "i2");
            assertThat(session.modifiedObjects()).isEmpty();
            assertThat(database.sql).isEmpty();

            change(merged);
            session.commit();
        }
        check();
    }

    @Test
    void onlyCleanObjectsWithIdentityAreMergedWithoutAsking() {
        try (Session session = database.open()) {
            assertThatThrownBy(() -> session.merge(new Note("new"), false))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("ALU-0776");
            Note note = board.notes.get("a");
            note.text = "changed";
            assertThatThrownBy(() -> session.merge(note, false))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("ALU-0777");
            session.merge(note, true);
            session.commit();
            assertThat(session.get(Note.class, note.id).text).isEqualTo("changed");
        }
    }
}
