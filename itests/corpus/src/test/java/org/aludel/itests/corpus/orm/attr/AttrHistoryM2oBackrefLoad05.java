package org.aludel.itests.corpus.orm.attr;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Replacing a many-to-one with a backref whose old owner is unloaded. */
@ScenarioId("attr.history.m2o-backref-load-05")
final class AttrHistoryM2oBackrefLoad05 extends Scenario {

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

    private Address a;
    private User u8;

    @Override
    protected void steps() {
        step(() -> {
            a = s.get(Address.class, 1);
            u8 = s.get(User.class, 8);
        });
        step(() -> {
            a.user = u8;
        });
        step(() -> u8.addresses.stream().map(x -> x.id).toList());
        step(() -> s.flush());
    }
}
