package org.aludel.databases.flush;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/**
 * Classes for random graphs: a hierarchy of three tables with a class that has none of its own, foreign keys in circles
 * (between tables, and of a table to itself), unique values that may be null and such that may not, keys made by the
 * database and keys given by the program, and rows between two tables.
 */
final class Nodes {

    private Nodes() {}

    static List<Class<?>> classes() {
        return List.of(Node.class, Leaf.class, Hub.class, Tower.class, Box.class);
    }

    @Mapped(table = "g_nodes", discriminator = "kind", identity = "node")
    static class Node {
        @Id
        Integer id;

        @Col(length = 10)
        String kind;

        @Col(length = 20, nullable = false)
        String label;

        @Col(length = 5, unique = true)
        String code;

        @References("g_nodes.id")
        Integer parentId;

        @Relationship(foreignKey = "parentId")
        Node parent;

        @References("g_nodes.id")
        @Col(unique = true)
        Integer partnerId;

        @Relationship(foreignKey = "partnerId")
        Node partner;

        @Relationship(backref = "owner", foreignKey = "ownerId")
        List<Box> boxes = new ArrayList<>();

        @Relationship(secondary = "g_links")
        Set<Box> links = new HashSet<>();
    }

    /** In the table of its superclass. */
    @Mapped(identity = "leaf")
    static class Leaf extends Node {
        @References("g_boxes.id")
        Integer insideId;

        @Relationship(foreignKey = "insideId")
        Box inside;
    }

    /** In a table of its own besides. */
    @Mapped(table = "g_hubs", identity = "hub")
    static class Hub extends Node {
        @Col(unique = true, nullable = false)
        Integer port;

        @References("g_nodes.id")
        @Col(nullable = false)
        Integer mainId;

        @Relationship(foreignKey = "mainId")
        Node main;
    }

    /** In three tables. */
    @Mapped(table = "g_towers", identity = "tower")
    static class Tower extends Hub {
        @Col(unique = true)
        Integer height;

        @References("g_boxes.id")
        Integer topId;

        @Relationship(foreignKey = "topId")
        Box top;
    }

    /** The program gives its key. */
    @Mapped(table = "g_boxes")
    static class Box {
        @Id(autoincrement = false)
        Integer id;

        @Col(length = 20, nullable = false)
        String label;

        @References("g_nodes.id")
        @Col(nullable = false)
        Integer ownerId;

        @Relationship(foreignKey = "ownerId")
        Node owner;

        @Col(unique = true, nullable = false)
        Integer slot;

        @References("g_boxes.id")
        @Col(unique = true)
        Integer nextId;

        @Relationship(foreignKey = "nextId")
        Box next;

        /** Set by hand, without a relation; may be the box itself. */
        @References("g_boxes.id")
        @Col(nullable = false)
        Integer buddyId;
    }
}
