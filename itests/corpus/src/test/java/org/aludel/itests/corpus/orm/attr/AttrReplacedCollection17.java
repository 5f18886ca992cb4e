package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Replacing a collection does not change the old one. */
@ScenarioId("attr.replaced-collection-17")
final class AttrReplacedCollection17 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(backref = "user", orderBy = "id")
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

    private Address a1;
    private Address a2;
    private Address a3;
    private User user;
    private List<Address> previous;
    private Address x;

    @Override
    protected void steps() {
        step(() -> {
            a1 = with(new Address(), x1 -> x1.email = "a1");
            a2 = with(new Address(), x1 -> x1.email = "a2");
            a3 = with(new Address(), x1 -> x1.email = "a3");
            user = new User();
            user.addresses = new ArrayList<>(List.of(a1, a2));
            previous = user.addresses;
            user.addresses = new ArrayList<>(List.of(a2, a3));
            return list(
                    previous.stream().map(a -> a.email).toList(),
                    user.addresses.stream().map(a -> a.email).toList());
        });
        step(() -> list(a1.user, a2.user == user, a3.user == user));
        step(() -> {
            x = with(new Address(), x1 -> x1.email = "x");
            previous.add(x);
            return list(x.user, user.addresses.stream().map(a -> a.email).toList());
        });
    }
}
