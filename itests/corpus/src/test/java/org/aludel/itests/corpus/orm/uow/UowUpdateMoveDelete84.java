package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Moving children and deleting the old parent in one flush. */
@ScenarioId("uow.update.move-delete-84")
final class UowUpdateMoveDelete84 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        String x;

        @Relationship(backref = "a", orderBy = "id")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String y;

        @Relationship
        A a;
    }

    private A a1;
    private A a2;
    private List<B> bs;

    @Override
    protected void steps() {
        step(() -> {
            a1 = s.get(A.class, 1);
            a2 = s.get(A.class, 2);
            bs = new ArrayList<>(a1.bs);
            return a2.bs.size();
        });
        step(() -> {
            for (B b : bs) {
                b.a = a2;
            }
            s.delete(a1);
            s.flush();
        });
        step(() -> {
            s.commit();
            return s.query(B.class).orderBy(UowUpdateMoveDelete84_B_.id).all().stream()
                    .map(b -> list(b.id, b.a_id))
                    .toList();
        });
    }
}
