package org.aludel.itests.corpus.orm.rel;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Appending an object of the wrong class. */
@ScenarioId("rel.wrong-type-21")
final class RelWrongType21 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(orderBy = "id")
        List<Address> addresses = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;
    }

    private User u;
    private User u2;

    /** Not mapped. */
    static class Plain {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void addUnchecked(Object member) {
        ((List) u.addresses).add(member);
    }

    @Override
    protected void steps() {
        step(() -> {
            u = with(new User(), x1 -> x1.name = "u");
            u2 = with(new User(), x1 -> x1.name = "other");
        });
        step(() -> {
            addUnchecked(new Plain());
        });
        step(() -> {
            addUnchecked(u2);
        });
        step(() -> {
            s.add(u);
        });
    }
}
