package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.lazyLoad;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.LoadStrategy;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Noload gives an empty collection but writes are tracked. */
@ScenarioId("load.noload-33")
final class LoadNoload33 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(load = LoadStrategy.NOLOAD, orderBy = "id")
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
    private Address a;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            return u.addresses;
        });
        step(() -> {
            u.addresses.add(with(new Address(), x1 -> x1.email = "added"));
            s.flush();
        });
        step(() -> {
            s.commit();
            return u.addresses;
        });
        step(() -> {
            a = s.get(Address.class, 2);
            return s.query(User.class)
                    .options(lazyLoad(LoadNoload33_User_.addresses))
                    .populateExisting()
                    .filter(LoadNoload33_User_.id.eq(8))
                    .one()
                    .addresses;
        });
    }
}
