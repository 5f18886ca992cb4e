package org.aludel.itests.corpus.orm.inh;

import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Three levels of joined tables. */
@ScenarioId("inh.joined.threelevel-09")
final class InhJoinedThreelevel09 extends Scenario {

    @Mapped(table = "a", discriminator = "type", identity = "a")
    static class A {
        @Id
        Integer id;

        String type;
        Integer x;
    }

    @Mapped(table = "b", identity = "b")
    static class B extends A {
        Integer y;
    }

    @Mapped(table = "c", identity = "c")
    static class C extends B {
        Integer z;
    }

    private C c;
    private B b;

    @Override
    protected void steps() {
        step(() -> {
            c = with(new C(), o -> {
                o.x = 1;
                o.y = 2;
                o.z = 3;
            });
            b = with(new B(), o -> {
                o.x = 4;
                o.y = 5;
            });
            s.addAll(List.of(b, c));
            s.commit();
        });
        step(() -> s.query(A.class).orderBy(InhJoinedThreelevel09_A_.id).all().stream()
                .map(o -> list(o.getClass().getSimpleName(), o.x))
                .toList());
        step(() -> list(c.z, c.y));
        step(() -> s.query(B.class).orderBy(InhJoinedThreelevel09_B_.id).all());
        step(() -> s.query(C.class)
                .filter(
                        InhJoinedThreelevel09_C_.x.eq(1),
                        InhJoinedThreelevel09_C_.y.eq(2),
                        InhJoinedThreelevel09_C_.z.eq(3))
                .count());
        step(() -> {
            s.delete(c);
            s.commit();
        });
    }
}
