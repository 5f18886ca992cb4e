package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Self-referential many-to-many with primaryjoin and secondaryjoin. */
@ScenarioId("rel.m2m-self-15")
final class RelM2mSelf15 extends Scenario {

    @Mapped(table = "node")
    static class Node {
        @Id
        Integer id;

        String name;

        @Relationship(
                backref = "left",
                secondary = "edges",
                foreignKey = "left_id",
                remoteSide = "right_id",
                orderBy = "id")
        List<Node> right = new ArrayList<>();

        @Relationship
        List<Node> left = new ArrayList<>();
    }

    private Node a;
    private Node b;
    private Node c;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "edges",
                column("left_id", INTEGER).references("node.id").primaryKey(),
                column("right_id", INTEGER).references("node.id").primaryKey());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            a = with(new Node(), x1 -> x1.name = "a");
            b = with(new Node(), x1 -> x1.name = "b");
            c = with(new Node(), x1 -> x1.name = "c");
            a.right = new ArrayList<>(List.of(b, c));
            c.right = new ArrayList<>(List.of(a));
            s.add(a);
            s.commit();
        });
        step(() -> list(
                a.right.stream().map(n -> n.name).toList(),
                a.left.stream().map(n -> n.name).toList()));
        step(() -> s.query(Node.class)
                .filter(RelM2mSelf15_Node_.right.any(RelM2mSelf15_Node_.name.eq("b")))
                .one()
                .name);
        step(() -> s.query(Node.class)
                .join(RelM2mSelf15_Node_.right, aliased(Node.class, "r"))
                .orderBy(RelM2mSelf15_Node_.id)
                .all());
        step(() -> {
            s.delete(a);
            s.commit();
        });
    }
}
