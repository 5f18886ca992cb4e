package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Query;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** An inner join below an outer join is nested or degraded so that no parent is lost. */
@ScenarioId("load.joined.inner-nested-14")
final class LoadJoinedInnerNested14 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;

        @Relationship(backref = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        @Relationship(backref = "user", orderBy = "id")
        List<Order> orders = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship(backref = "addresses")
        User user;
    }

    @Mapped(table = "orders")
    static class Order {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        @References("addresses.id")
        Integer address_id;

        String description;
        Integer isopen;

        @Relationship(backref = "orders")
        User user;

        @Relationship
        Address address;

        @Relationship(backref = "orders", secondary = "order_items", orderBy = "id")
        List<Item> items = new ArrayList<>();
    }

    @Mapped(table = "items")
    static class Item {
        @Id
        Integer id;

        String description;

        @Relationship(backref = "items", secondary = "order_items", orderBy = "id")
        List<Order> orders = new ArrayList<>();
    }

    private Query<User> q;

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "order_items",
                column("order_id", INTEGER).references("orders.id").primaryKey(),
                column("item_id", INTEGER).references("items.id").primaryKey());
        model.metaData(tables).map(nested());
    }

    @Override
    protected void steps() {
        step(() -> {
            q = s.query(User.class)
                    .options(joinedLoad(LoadJoinedInnerNested14_User_.orders)
                            .options(joinedLoad(LoadJoinedInnerNested14_Order_.address)
                                    .innerJoin()))
                    .orderBy(LoadJoinedInnerNested14_User_.id);
            return q.all().stream()
                    .map(u -> list(
                            u.id,
                            u.orders.stream()
                                    .map(o -> list(o.id, o.address == null ? null : o.address.id))
                                    .toList()))
                    .toList();
        });
    }
}
