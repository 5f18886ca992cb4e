package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;

/** Include_removes and include_backrefs. */
@ScenarioId("attr.validates-removes-15")
final class AttrValidatesRemoves15 extends Scenario {
    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship(backref = "a")
        List<B> bs = new ArrayList<>();
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String data;

        @Relationship
        A a;
    }

    private A a;
    private B b;

    @Override
    protected void model(SessionFactoryBuilder model) {
        model.map(nested());
        model.configure(
                A.class,
                m -> m.<B>validate(
                        "bs",
                        (a, field, value, removed) -> {
                            log(removed ? "remove" : "append", value.data);
                            return value;
                        },
                        true,
                        true));
        model.configure(
                B.class,
                m -> m.<A>validate(
                        "a",
                        (b, field, value, removed) -> {
                            log("B.a set");
                            return value;
                        },
                        false,
                        false));
    }

    @Override
    protected void steps() {
        step(() -> {
            a = new A();
            b = with(new B(), x1 -> x1.data = "b");
            a.bs.add(b);
        });
        step(() -> {
            a.bs.remove(b);
        });
        step(() -> {
            b.a = a;
        });
        step(() -> {
            a.bs = new ArrayList<>(List.of());
        });
    }
}
