package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.Version;

/** A post_update UPDATE increments and checks the version. */
@ScenarioId("uow.cycle.postupdate-version-34")
final class UowCyclePostupdateVersion34 extends Scenario {

    @Mapped(table = "node")
    static class Node {
        @Id
        Integer id;

        @Version
        Integer version_id;

        @References("node.id")
        Integer parent_id;

        @References("node.id")
        Integer favorite_node_id;

        String data;

        @Relationship(foreignKey = "parent_id")
        List<Node> nodes = new ArrayList<>();

        @Relationship(foreignKey = "favorite_node_id", postUpdate = true)
        Node favorite_node;
    }

    private Node node;

    @Override
    protected void steps() {
        step(() -> {
            node = new Node();
            s.add(node);
            s.commit();
            return node.version_id;
        });
        step(() -> {
            node = s.get(Node.class, node.id);
            node.favorite_node = new Node();
            s.commit();
            return node.version_id;
        });
        step(() -> {
            node.data = "x";
            node.favorite_node = null;
            s.flush();
        });
        step(() -> node.version_id);
    }
}
