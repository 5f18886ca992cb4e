package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Both ends stay in sync in memory without SQL. */
@ScenarioId("attr.backref-18")
final class AttrBackref18 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer user_id;

        String user_name;
        String password;

        @Relationship(backref = "user", orderBy = "address_id")
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

        @Relationship
        User user;
    }

    private User u;
    private Address a1;
    private Address a2;
    private User v;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> {
                x1.user_name = "fred";
                x1.password = "hi";
            });
            a1 = with(new Address(), x1 -> {
                x1.street = "123 anywhere street";
                x1.city = "big city";
                x1.state = "UT";
                x1.zip = "76543";
            });
            a2 = with(new Address(), x1 -> {
                x1.street = "1 Park Place";
                x1.city = "some other city";
                x1.state = "OK";
                x1.zip = "83923";
            });
            u.addresses.add(a1);
            a2.user = u;
            return list(u.addresses.equals(list(a1, a2)), a1.user == u && a2.user == u);
        });
        step(() -> {
            u.addresses.remove(a1);
            return a1.user;
        });
        step(() -> {
            v = with(new User(), x1 -> x1.user_name = "v");
            a2.user = v;
            return list(u.addresses, v.addresses.equals(list(a2)));
        });
        step(() -> {
            a2.user = null;
            return v.addresses;
        });
    }
}
