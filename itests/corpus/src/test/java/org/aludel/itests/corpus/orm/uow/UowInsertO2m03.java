package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

@ScenarioId("uow.insert.o2m-03")
final class UowInsertO2m03 extends Scenario {

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

        Address() {}

        Address(String street, String city, String state, String zip) {
            this.street = street;
            this.city = city;
            this.state = state;
            this.zip = zip;
        }
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x -> {
                x.user_name = "jane";
                x.password = "hihilala";
            });
            u.addresses.add(new Address("123 anywhere street", "big city", "UT", "76543"));
            u.addresses.add(new Address("1 Park Place", "some other city", "OK", "83923"));
            s.add(u);
            return list(u.addresses.stream().map(a -> st(a)).toList(), sess());
        });
        step(() -> s.flush());
        step(() -> list(
                u.user_id,
                u.addresses.stream().map(a -> list(a.address_id, a.user_id)).toList()));
        step(() -> s.commit());
    }
}
