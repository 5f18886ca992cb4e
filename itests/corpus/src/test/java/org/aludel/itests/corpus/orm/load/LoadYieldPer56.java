package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.sql.Sql.params;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Yield_per streams in chunks. */
@ScenarioId("load.yield-per-56")
final class LoadYieldPer56 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(load = LoadStrategy.SELECTIN, orderBy = "id")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;
    }

    private Iterator<A> it;

    @Override
    protected void steps() {
        step(() -> {
            s.execute(
                    sessions.metaData().table("a").insert(),
                    IntStream.range(1, 11).mapToObj(i -> params("id", i)).toList());
            s.execute(
                    sessions.metaData().table("b").insert(),
                    IntStream.range(1, 11)
                            .mapToObj(i -> params("id", i, "a_id", i))
                            .toList());
        });
        step(() -> {
            it = s.query(A.class).orderBy(LoadYieldPer56_A_.id).yieldPer(4).stream()
                    .iterator();
            return IntStream.range(0, 4).mapToObj(i -> it.next().id).toList();
        });
        step(() -> IntStream.range(0, 2).mapToObj(i -> it.next().id).toList());
        step(() -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, 0), false)
                .map(a -> a.id)
                .toList());
        step(() -> s.query(A.class)
                .options(joinedLoad(LoadYieldPer56_A_.bs))
                .yieldPer(4)
                .all());
        step(() -> s.query(A.class)
                .options(subqueryLoad(LoadYieldPer56_A_.bs))
                .yieldPer(4)
                .all());
    }
}
