package org.aludel.itests.corpus.orm.load;

import static org.aludel.sql.Sql.params;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** More than 500 parents. */
@ScenarioId("load.selectin-chunk-27")
final class LoadSelectinChunk27 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(load = LoadStrategy.SELECTIN)
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;
    }

    private List<A> l;

    @Override
    protected void steps() {
        step(() -> {
            s.execute(
                    sessions.metaData().table("a").insert(),
                    IntStream.range(1, 1102).mapToObj(i -> params("id", i)).toList());
            s.execute(
                    sessions.metaData().table("b").insert(),
                    IntStream.range(1, 1102)
                            .mapToObj(i -> params("id", i, "a_id", i))
                            .toList());
        });
        step(() -> {
            l = s.query(A.class).orderBy(LoadSelectinChunk27_A_.id).all();
        });
        step(() -> l.stream().mapToInt(a -> a.bs.size()).sum());
    }
}
