package org.aludel.itests.corpus.orm.query;

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

/** With_parent. */
@ScenarioId("query.with-parent-35")
final class QueryWithParent35 extends Scenario {

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

    @Override
    protected void model(SessionFactoryBuilder model) {
        MetaData tables = new MetaData();
        tables.table(
                "order_items",
                column("order_id", INTEGER).references("orders.id").primaryKey(),
                column("item_id", INTEGER).references("items.id").primaryKey());
        model.metaData(tables).map(nested());
    }

    private User u;

    @Override
    protected void steps() {
        step(() -> {
            u = s.get(User.class, 7);
            return s.query(Order.class).withParent(u).orderBy(QueryWithParent35_Order_.id).all().stream()
                    .map(o -> o.id)
                    .toList();
        });
        step(() -> {
            Order o = s.get(Order.class, 1);
            return s
                    .query(Item.class)
                    .withParent(o, QueryWithParent35_Order_.items)
                    .filter(QueryWithParent35_Item_.id.gt(1))
                    .orderBy(QueryWithParent35_Item_.id)
                    .all()
                    .stream()
                    .map(i -> i.id)
                    .toList();
        });
        step(() -> s.query(Address.class).withParent(u, QueryWithParent35_User_.addresses).all().stream()
                .map(a -> a.id)
                .toList());
    }
}
