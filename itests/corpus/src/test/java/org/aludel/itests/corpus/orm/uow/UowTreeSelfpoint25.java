package org.aludel.itests.corpus.orm.uow;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A new row that points to itself. */
@ScenarioId("uow.tree.selfpoint-25")
final class UowTreeSelfpoint25 extends Scenario {

    @Mapped(table = "treenodes")
    static class TreeNode {
        @Id
        Integer node_id;

        @References("treenodes.node_id")
        Integer parent_node_id;

        @Col(nullable = false)
        String node_name;

        @Relationship(remoteSide = "node_id", postUpdate = true)
        TreeNode parent;
    }

    private TreeNode a;

    @Override
    protected void steps() {
        step(() -> {
            a = with(new TreeNode(), x1 -> x1.node_name = "a");
            a.parent = a;
            s.add(a);
            s.flush();
        });
        step(() -> list(a.node_id, a.parent_node_id));
    }
}
