package org.aludel.itests.corpus.orm.query;

import static org.aludel.orm.Orm.entity;
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

/** Join along relationships. */
@ScenarioId("query.join-rel-06")
final class QueryJoinRel06 extends Scenario {

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
        step(() -> s
                .query(User.class)
                .join(QueryJoinRel06_User_.orders)
                .filter(QueryJoinRel06_Order_.description.eq("order 3"))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .join(QueryJoinRel06_User_.orders)
                .join(QueryJoinRel06_Order_.items)
                .filter(QueryJoinRel06_Item_.description.eq("item 4"))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .join(QueryJoinRel06_User_.orders, QueryJoinRel06_Order_.items)
                .filter(QueryJoinRel06_Item_.description.eq("item 4"))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(
                () -> s
                        .query(User.class)
                        .join("orders", "items")
                        .filter(QueryJoinRel06_Item_.description.eq("item 4"))
                        .all()
                        .stream()
                        .map(u -> u.id)
                        .toList());
        step(() -> s
                .query(entity(User.class), entity(Order.class))
                .outerJoin(QueryJoinRel06_User_.orders)
                .orderBy(QueryJoinRel06_User_.id, QueryJoinRel06_Order_.id)
                .all()
                .stream()
                .map(r -> list(((User) r.get(0)).id, r.get(1) == null ? null : ((Order) r.get(1)).id))
                .toList());
        step(
                () -> s
                        .query(User.class)
                        .join(Address.class)
                        .filter(QueryJoinRel06_Address_.email.like("ed@l%"))
                        .all()
                        .stream()
                        .map(u -> u.id)
                        .toList());
        step(() -> s
                .query(User.class)
                .join(Address.class, QueryJoinRel06_Address_.user_id.eq(QueryJoinRel06_User_.id))
                .filter(QueryJoinRel06_Address_.id.eq(5))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(User.class)
                .join(Address.class, QueryJoinRel06_User_.addresses)
                .filter(QueryJoinRel06_Address_.id.eq(5))
                .all()
                .stream()
                .map(u -> u.id)
                .toList());
        step(() -> s
                .query(entity(Address.class), entity(User.class))
                .from(User.class)
                .join(QueryJoinRel06_User_.addresses)
                .orderBy(QueryJoinRel06_Address_.id)
                .all()
                .stream()
                .map(r -> list(((Address) r.get(0)).id, ((User) r.get(1)).id))
                .toList());
    }
}
