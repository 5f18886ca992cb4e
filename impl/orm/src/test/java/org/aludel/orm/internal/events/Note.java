package org.aludel.orm.internal.events;

import static org.aludel.orm.Cascade.ALL;
import static org.aludel.orm.Cascade.DELETE_ORPHAN;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.aludel.orm.CollectionAppender;
import org.aludel.orm.CollectionIterator;
import org.aludel.orm.CollectionRemover;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A model with every kind of collection: a board has notes by title, in order, sorted, and in a class of its own. */
final class Note {

    private Note() {}

    @Mapped(table = "boards")
    static class Board implements Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        String name;

        @Relationship(
                backref = "byTitle",
                keyedBy = "title",
                cascade = {ALL, DELETE_ORPHAN})
        Map<String, Titled> titled = new HashMap<>();

        @Relationship(backref = "inOrder", position = "position", orderBy = "position")
        List<Ordered> ordered = new ArrayList<>();

        @Relationship(backref = "sorted")
        SortedSet<Ranked> ranked = new TreeSet<>();

        @Relationship(backref = "own", target = Tagged.class)
        Bag tagged = new Bag();
    }

    @Mapped(table = "titled")
    static class Titled implements Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        String title;

        @References("boards.id")
        Integer boardId;

        @Relationship
        Board byTitle;

        Titled() {}

        Titled(String title) {
            this.title = title;
        }
    }

    @Mapped(table = "ordered")
    static class Ordered implements Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        String text;

        Integer position;

        @References("boards.id")
        Integer boardId;

        @Relationship
        Board inOrder;

        Ordered() {}

        Ordered(String text) {
            this.text = text;
        }
    }

    @Mapped(table = "ranked")
    static class Ranked implements Comparable<Ranked>, Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        int rank;

        @References("boards.id")
        Integer boardId;

        @Relationship
        Board sorted;

        Ranked() {}

        Ranked(int rank) {
            this.rank = rank;
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    @Mapped(table = "tagged")
    static class Tagged implements Serializable {

        private static final long serialVersionUID = 1L;

        @Id
        Integer id;

        String tag;

        @References("boards.id")
        Integer boardId;

        @Relationship
        Board own;

        Tagged() {}

        Tagged(String tag) {
            this.tag = tag;
        }
    }

    /** A collection class of the program's own. */
    static class Bag implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Map<String, Tagged> content = new LinkedHashMap<>();

        @CollectionAppender
        void put(Tagged member) {
            content.put(member.tag, member);
        }

        @CollectionRemover
        void drop(Tagged member) {
            content.remove(member.tag);
        }

        @CollectionIterator
        Iterator<Tagged> each() {
            return content.values().iterator();
        }

        Tagged find(String tag) {
            return content.get(tag);
        }

        int count() {
            return content.size();
        }
    }
}
