package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Collection history: added, unchanged after commit, deleted. */
@ScenarioId("attr.history.list-02")
final class AttrHistoryList02 extends Scenario {

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

    private User u;
    private Address a;
    private Address b;
    private Address c;

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            a = with(new Address(), x1 -> x1.email = "1");
            b = with(new Address(), x1 -> x1.email = "2");
            u.addresses.add(a);
            u.addresses.add(b);
            return hist(u, "addresses");
        });
        step(() -> {
            s.add(u);
            s.flush();
            return hist(u, "addresses");
        });
        step(() -> {
            u.addresses.remove(a);
            c = with(new Address(), x1 -> x1.email = "3");
            u.addresses.add(c);
            return hist(u, "addresses");
        });
        step(() -> {
            u.addresses.add(a);
            return hist(u, "addresses");
        });
    }
}
