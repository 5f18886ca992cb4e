package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A pending child removed from its parent before flush is expunged. */
@ScenarioId("uow.flush.orphan-pending-74")
final class UowFlushOrphanPending74 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(
                backref = "user",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship
        User user;
    }

    private User u;
    private Address a;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            a = with(new Address(), x1 -> x1.email = "x");
            u.addresses.add(a);
            s.add(u);
            return st(a);
        });
        step(() -> {
            u.addresses.remove(a);
            return st(a);
        });
        step(() -> s.flush());
        step(() -> list(st(a), a.id));
    }
}
