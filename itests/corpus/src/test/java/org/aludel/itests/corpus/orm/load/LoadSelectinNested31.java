package org.aludel.itests.corpus.orm.load;

import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.sql.Sql.column;
import static org.aludel.types.Types.INTEGER;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;
import org.aludel.orm.SessionFactoryBuilder;
import org.aludel.schema.MetaData;

/** Nested selectin, joined inside selectin. */
@ScenarioId("load.selectin-nested-31")
final class LoadSelectinNested31 extends Scenario {

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

    private List<User> l;

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
            l = s.query(User.class)
                    .options(selectinLoad(LoadSelectinNested31_User_.orders)
                            .options(selectinLoad(LoadSelectinNested31_Order_.items)))
                    .orderBy(LoadSelectinNested31_User_.id)
                    .all();
            return l.stream()
                    .map(u -> list(
                            u.id,
                            u.orders.stream()
                                    .map(o -> o.items.stream().map(i -> i.id).toList())
                                    .toList()))
                    .toList();
        });
        step(() -> {
            s.clear();
            l = s.query(User.class)
                    .options(selectinLoad(LoadSelectinNested31_User_.orders)
                            .options(joinedLoad(LoadSelectinNested31_Order_.address)))
                    .orderBy(LoadSelectinNested31_User_.id)
                    .all();
            return l.stream()
                    .map(u -> list(
                            u.id,
                            u.orders.stream()
                                    .map(o -> o.address == null ? null : o.address.id)
                                    .toList()))
                    .toList();
        });
    }
}
