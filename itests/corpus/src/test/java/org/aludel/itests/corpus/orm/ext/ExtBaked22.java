package org.aludel.itests.corpus.orm.ext;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Lazy load statements are identical for equal structure (cacheable). */
@ScenarioId("ext.baked-22")
final class ExtBaked22 extends Scenario {

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

    private List<User> us;
    private List<Integer> n;

    /** Equal structure is compiled once, with whatever value. */
    private Integer byName(String name) {
        return s.query(User.class).filter(ExtBaked22_User_.name.eq(name)).one().id;
    }

    @Override
    protected void steps() {
        step(() -> {
            us = s.query(User.class).orderBy(ExtBaked22_User_.id).all();
        });
        step(() -> {
            n = us.stream().map(u -> u.addresses.size()).toList();
            return n;
        });
        step(() -> {
            return list(byName("jack"), byName("ed"));
        });
    }
}
