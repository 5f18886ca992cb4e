package org.aludel.itests.corpus.orm.map;

import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Instrument;
import org.aludel.orm.Mappings;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Mapping without annotations, with a relation and its backref. */
@Instrument({MapImperative07.User.class, MapImperative07.Address.class})
@ScenarioId("map.imperative-07")
final class MapImperative07 extends Scenario {

    static class User {
        Integer user_id;
        String user_name;
        String password;
        List<Address> addresses = new ArrayList<>();
    }

    static class Address {
        Integer address_id;
        Integer user_id;
        String street;
        User user;
    }

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        Table users = tables.table(
                "users",
                column("user_id", INTEGER).primaryKey(),
                column("user_name", string(16)),
                column("password", string(20)));
        Table addresses = tables.table(
                "addresses",
                column("address_id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.user_id"),
                column("street", string(100)));
        model.with(new Mappings()
                .map(
                        User.class,
                        users,
                        m -> m.property(
                                "addresses",
                                relationship(Address.class).backref("user").orderBy(addresses.c("address_id"))))
                .map(Address.class, addresses));
    }

    private User x;

    @Override
    protected void steps() {
        step(() -> {
            User u = with(new User(), x1 -> {
                x1.user_name = "jane";
                x1.password = "hihilala";
            });
            u.addresses.add(with(new Address(), a -> a.street = "123 anywhere street"));
            s.add(u);
            s.commit();
        });
        step(() -> {
            x = s.query(User.class)
                    .filter(MapImperative07_User_.user_name.eq("jane"))
                    .first();
            x.user_name = "fred jones";
            s.commit();
        });
        step(() -> x.addresses.get(0).user == x);
    }
}
