package org.aludel.itests.corpus.orm.rel;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Secondary given as a join. */
@ScenarioId("rel.secondary-join-24")
final class RelSecondaryJoin24 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @References("b.id")
        Integer b_id;

        D d;
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("d.id")
        Integer d_id;
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        @References("d.id")
        Integer d_id;
    }

    @Mapped(table = "d")
    static class D {
        @Id
        Integer id;

        Integer c_id;
    }

    private A a;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        Table d = tables.table("d", column("id", INTEGER).primaryKey(), column("c_id", INTEGER));
        Table b = tables.table(
                "b", column("id", INTEGER).primaryKey(), column("d_id", INTEGER).references("d.id"));
        Table owners = tables.table(
                "a", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
        Table c = tables.table(
                "c",
                column("id", INTEGER).primaryKey(),
                column("a_id", INTEGER).references("a.id"),
                column("d_id", INTEGER).references("d.id"));
        model.metaData(tables)
                .map(nested())
                .configure(
                        A.class,
                        m -> m.property(
                                "d",
                                relationship(D.class)
                                        .secondary(b.join(d, d.c("id").eqAny(b.c("d_id")))
                                                .join(c, c.c("d_id").eqAny(d.c("id"))))
                                        .primaryJoin(and(
                                                owners.c("b_id").eqAny(b.c("id")),
                                                owners.c("id").eqAny(c.c("a_id"))))
                                        .secondaryJoin(d.c("id").eqAny(b.c("d_id")))
                                        .uselist(false)
                                        .viewOnly()));
    }

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(A.class, 1);
            return a.d;
        });
        step(() -> {
            s.clear();
            return s.query(A.class)
                    .options(joinedLoad(RelSecondaryJoin24_A_.d))
                    .filter(RelSecondaryJoin24_A_.id.eq(1))
                    .one()
                    .d;
        });
    }
}
