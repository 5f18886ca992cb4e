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

/** INSERT plus post_update in the same flush keeps version 1. */
@ScenarioId("uow.cycle.postupdate-version-35")
final class UowCyclePostupdateVersion35 extends Scenario {

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

    private Node n1;
    private Node n2;

    @Override
    protected void steps() {
        step(() -> {
            n1 = with(new Node(), x1 -> x1.data = "n1");
            n2 = with(new Node(), x1 -> x1.data = "n2");
            n1.favorite_node = n2;
            n2.favorite_node = n1;
            s.addAll(n1, n2);
            s.flush();
        });
        step(() -> list(n1.version_id, n2.version_id));
        step(() -> s.commit());
    }
}
