package org.aludel.itests.corpus.orm.map;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.foreign;
import static org.aludel.orm.Orm.relationship;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.select;
import static org.aludel.types.Types.INTEGER;
import static org.aludel.types.Types.string;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Alias;
import org.aludel.orm.ClassMapping;
import org.aludel.orm.Configures;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** A relation to an aliased class. */
@ScenarioId("map.aliased-class-06")
final class MapAliasedClass06 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;
        String password;

        @Relationship(orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        List<Address> lala = new ArrayList<>();

        @Configures
        static void configure(ClassMapping<User> mapping) {
            Table addresses = new MetaData()
                    .table(
                            "addresses",
                            column("id", INTEGER).primaryKey(),
                            column("user_id", INTEGER),
                            column("email", string(60)));
            Alias<Address> la = aliased(
                    Address.class,
                    select(addresses)
                            .where(addresses.<String>c("email").like("%lala%"))
                            .subquery());
            mapping.property(
                    "lala",
                    relationship(la)
                            .primaryJoin(foreign(la.get(MapAliasedClass06_Address_.user_id))
                                    .eq(MapAliasedClass06_User_.id))
                            .viewOnly());
        }
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

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 8);
            return u.lala.stream().map(a -> a.id).toList();
        });
        step(() -> s.query(User.class).join(MapAliasedClass06_User_.lala).all());
        step(() -> u.lala.get(0) == u.addresses.get(2));
    }
}
