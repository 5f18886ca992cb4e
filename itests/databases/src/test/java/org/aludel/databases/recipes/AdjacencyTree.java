package org.aludel.databases.recipes;

import static org.aludel.orm.Orm.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.aludel.engine.AfterExecute;
import org.aludel.engine.Engine;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.Attribute;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** A tree whose nodes know their parent and their root, so that one statement reads all of it, however deep. */
final class AdjacencyTree {

    @Mapped(table = "recipe_nodes")
    static class Node {

        @Id
        Integer id;

        @Col(length = 40)
        String name;

        @References("recipe_nodes.id")
        Integer parentId;

        @References("recipe_nodes.id")
        Integer rootId;

        @Relationship(foreignKey = "parentId")
        Node parent;

        @Relationship(foreignKey = "rootId")
        Node root;

        @Relationship(foreignKey = "parentId", backref = "parent", cascade = Cascade.ALL, orderBy = "id")
        List<Node> children = new ArrayList<>();

        Node() {}

        Node(String name) {
            this.name = name;
        }

        Node append(Node child) {
            children.add(child);
            child.hangUnder(root == null ? this : root);
            return this;
        }

        private void hangUnder(Node top) {
            root = top;
            children.forEach(child -> child.hangUnder(top));
        }
    }

    private static final Attribute<Node, Integer> ID = attribute(Node.class, "id");
    private static final Attribute<Node, Integer> ROOT_ID = attribute(Node.class, "rootId");

    private AdjacencyTree() {}

    /** The whole tree in one statement; afterwards nothing in it is loaded lazily. */
    static Node load(Session session, int rootId) {
        Map<Node, List<Node>> children = new IdentityHashMap<>();
        List<Node> nodes = session.query(Node.class)
                .filter(ID.eq(rootId).or(ROOT_ID.eq(rootId)))
                .orderBy(ID)
                .all();
        for (Node node : nodes) {
            children.put(node, new ArrayList<>());
        }
        for (Node node : nodes) {
            if (node.parent != null) {
                children.get(node.parent).add(node);
            }
        }
        children.forEach((node, all) -> session.setCommitted(node, "children", all));
        return session.get(Node.class, rootId);
    }

    static void run(Engine engine) {
        try (SessionFactory sessions =
                SessionFactory.builder(engine).map(Node.class).build()) {
            sessions.metaData().createAll(engine);
            Integer rootId = sessions.inTransaction(session -> {
                Node root = new Node("rootnode")
                        .append(new Node("node1"))
                        .append(new Node("node2")
                                .append(new Node("subnode1").append(new Node("leaf")))
                                .append(new Node("subnode2")));
                session.addAll(root, new Node("another tree"));
                session.flush();
                return root.id;
            });

            List<String> sent = new ArrayList<>();
            try (Session session = sessions.open();
                    EventRegistration listening = engine.on(AfterExecute.class, e -> sent.add(e.sql()))) {
                Node root = load(session, rootId);

                assertThat(picture(root)).isEqualTo("rootnode(node1 node2(subnode1(leaf) subnode2))");
                assertThat(root.children.get(1).children.get(0).children.get(0).root)
                        .isSameAs(root);
                assertThat(sent).hasSize(1);
                assertThat(session.isModified(root)).isFalse();
            }
            sessions.metaData().dropAll(engine);
        }
    }

    private static String picture(Node node) {
        if (node.children.isEmpty()) {
            return node.name;
        }
        return node.name + "("
                + String.join(
                        " ", node.children.stream().map(AdjacencyTree::picture).toList())
                + ")";
    }
}
