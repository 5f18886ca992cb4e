package org.aludel.itests.corpus.orm.ext;

import static org.aludel.orm.Orm.proxy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.ToManyProxy;
import org.aludel.orm.ToOneProxy;

/** Any across two proxies to a collection. */
@ScenarioId("ext.assocproxy.chain-any-07")
final class ExtAssocproxyChainAny07 extends Scenario {

    @Mapped(table = "a")
    static class A {
        @Id
        Integer id;

        @Relationship
        List<AtoB> atob = new ArrayList<>();

        static final ToManyProxy<A, AtoB, String> B_VALUES = proxy(ExtAssocproxyChainAny07_A_.atob, AtoB.B_VALUE);
        static final ToManyProxy<A, AtoB, Collection<C>> C_VALUES =
                proxy(ExtAssocproxyChainAny07_A_.atob, AtoB.C_VALUE);
    }

    @Mapped(table = "b")
    static class B {
        @Id
        Integer id;

        @References("a.id")
        Integer a_id;

        String value;

        @Relationship
        List<C> c = new ArrayList<>();

        @Relationship
        List<AtoB> atob = new ArrayList<>();
    }

    @Mapped(table = "c")
    static class C {
        @Id
        Integer id;

        @References("b.id")
        Integer b_id;

        String value;
    }

    @Mapped(table = "atob")
    static class AtoB {
        @Id
        @References("a.id")
        Integer a_id;

        @Id
        @References("b.id")
        Integer b_id;

        @Relationship(backref = "atob")
        A a;

        @Relationship(backref = "atob")
        B b;

        static final ToOneProxy<AtoB, B, String> B_VALUE =
                proxy(ExtAssocproxyChainAny07_AtoB_.b, ExtAssocproxyChainAny07_B_.value);
        static final ToOneProxy<AtoB, B, Collection<C>> C_VALUE =
                proxy(ExtAssocproxyChainAny07_AtoB_.b, ExtAssocproxyChainAny07_B_.c);
    }

    @Override
    protected void steps() {
        step(() -> s.query(A.class)
                .filter(A.C_VALUES.any(ExtAssocproxyChainAny07_C_.value.eq("x")))
                .all());
        step(() -> A.C_VALUES.list(s.get(A.class, 1)).stream()
                .map(cs -> cs.stream().map(c -> c.value).toList())
                .toList());
        step(() -> s.query(AtoB.class)
                .filter(AtoB.C_VALUE.any(ExtAssocproxyChainAny07_C_.value.eq("y")))
                .one()
                .a_id);
        step(() -> s.query(A.class)
                .filter(A.B_VALUES.any())
                .orderBy(ExtAssocproxyChainAny07_A_.id)
                .all());
    }
}
