package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Removing a child from a non-private collection nulls its foreign key. */
@ScenarioId("uow.update.o2m-remove-04")
final class UowUpdateO2mRemove04 extends Scenario {

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
    private Address old;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 1);
            return u.addresses.stream().map(a -> a.address_id).toList();
        });
        step(() -> {
            old = u.addresses.get(1);
            u.addresses.remove(1);
            u.addresses.add(with(new Address(), x1 -> {
                x1.street = "27 New Place";
                x1.city = "Houston";
                x1.state = "TX";
                x1.zip = "34839";
            }));
            s.flush();
        });
        step(() -> list(
                st(old), old.user_id, u.addresses.stream().map(a -> a.street).toList()));
        step(() -> s.commit());
    }
}
