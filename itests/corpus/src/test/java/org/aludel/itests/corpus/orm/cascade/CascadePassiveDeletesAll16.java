package org.aludel.itests.corpus.orm.cascade;

import static org.aludel.orm.Orm.relationship;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.PassiveDeletes;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.ForeignKeyAction;

/** Passive_deletes='all' never touches children. */
@ScenarioId("cascade.passive-deletes-all-16")
final class CascadePassiveDeletesAll16 extends Scenario {

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

        @References(value = "users.id", onDelete = ForeignKeyAction.SET_NULL)
        Integer user_id;

        String email;
    }

    private User u;

    @Override
    protected void model(SessionFactoryBuilder model) {
        super.model(model);
        model.configure(
                User.class,
                m -> m.property(
                        "addresses", relationship(Address.class).orderBy("id").passiveDeletes(PassiveDeletes.ALL)));
    }

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            return u.addresses.stream().map(a -> a.id).toList();
        });
        step(() -> {
            s.delete(u);
            s.flush();
        });
        step(() -> {
            s.commit();
            return s.query(Address.class).orderBy(CascadePassiveDeletesAll16_Address_.id).all().stream()
                    .map(a -> a.user_id)
                    .toList();
        });
    }
}
