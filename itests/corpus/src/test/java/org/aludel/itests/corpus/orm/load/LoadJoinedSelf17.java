package org.aludel.itests.corpus.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Eager loading of a self-referential relation. */
@ScenarioId("load.joined.self-17")
final class LoadJoinedSelf17 extends Scenario {

    @Mapped(table = "treenodes")
    static class TreeNode {
        @Id
        Integer node_id;

        @References("treenodes.node_id")
        Integer parent_node_id;

        @Col(nullable = false)
        String node_name;

        @Relationship(load = LoadStrategy.JOINED, joinDepth = 2, orderBy = "node_id")
        List<TreeNode> children = new ArrayList<>();
    }

    private TreeNode root;

    @Override
    protected void steps() {
        step(() -> {
            root = s.query(TreeNode.class)
                    .filter(LoadJoinedSelf17_TreeNode_.node_id.eq(1))
                    .one();
        });
        step(() -> root.children.stream()
                .map(c -> c.children.stream().map(g -> g.node_name).toList())
                .toList());
        step(() -> root.children.stream()
                .map(c -> c.children.stream()
                        .map(g -> g.children.stream().map(h -> h.node_name).toList())
                        .toList())
                .toList());
    }
}
