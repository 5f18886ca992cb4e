package org.aludel.itests.corpus.orm.uow;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Passive_updates=False: the ORM updates the referring rows, loading them if needed. */
@ScenarioId("uow.mutablepk.nocascade-46")
final class UowMutablepkNocascade46 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        String username;

        String fullname;

        @Relationship(passiveUpdates = false, backref = "user", orderBy = "email")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        String email;

        @References("users.username")
        String username;

        @Relationship
        User user;
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, "jack");
            u.username = "ed";
            s.flush();
        });
        step(() -> u.addresses.stream().map(a -> list(a.email, a.username)).toList());
        step(() -> s.commit());
    }
}
