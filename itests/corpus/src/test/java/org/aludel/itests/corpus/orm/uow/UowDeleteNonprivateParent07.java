package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Deleting a parent nulls out children foreign keys. */
@ScenarioId("uow.delete.nonprivate-parent-07")
final class UowDeleteNonprivateParent07 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(orderBy = "address_id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer address_id;

        @References("users.user_id")
        Integer user_id;

        String street;
        String city;
        String state;
        String zip;
    }

    private User u;
    private List<Address> addrs;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 1);
            addrs = new ArrayList<>(u.addresses);
            s.delete(u);
            s.flush();
        });
        step(() -> list(addrs.stream().map(a -> list(st(a), a.user_id)).toList(), st(u)));
        step(() -> s.commit());
    }
}
