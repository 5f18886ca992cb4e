package org.aludel.itests.corpus.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Lazy many-to-one uses the identity map. */
@ScenarioId("load.lazy.m2o-get-02")
final class LoadLazyM2oGet02 extends Scenario {

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

    private List<Address> addrs;
    private List<User> users;
    private Address n;

    @Override
    protected void steps() {
        step(() -> {
            addrs = s.query(Address.class).orderBy(LoadLazyM2oGet02_Address_.id).all();
        });
        step(() -> addrs.stream().map(a -> a.user.id).toList());
        step(() -> {
            s.clear();
            users = s.query(User.class).all();
            addrs = s.query(Address.class).orderBy(LoadLazyM2oGet02_Address_.id).all();
        });
        step(() -> addrs.stream().map(a -> a.user.name).toList());
        step(() -> {
            n = with(new Address(), x1 -> x1.user_id = null);
            s.add(n);
            s.flush();
            return n.user;
        });
    }
}
