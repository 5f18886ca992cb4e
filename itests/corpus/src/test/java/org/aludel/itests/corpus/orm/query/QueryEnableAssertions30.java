package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.literal;
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

/** Ill-formed joins. */
@ScenarioId("query.enable-assertions-30")
final class QueryEnableAssertions30 extends Scenario {

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

    @Override
    protected void steps() {
        step(() -> s.query(User.class).join(Item.class).all());
        step(() -> s.query(User.class).join("nosuch").all());
        step(() -> s.query(entity(User.class), entity(Address.class))
                .join(Order.class)
                .filterBy("x", 1)
                .all());
        step(() -> s.query(literal(1)).get(5));
    }
}
