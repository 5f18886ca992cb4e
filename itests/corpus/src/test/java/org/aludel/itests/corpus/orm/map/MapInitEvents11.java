package org.aludel.itests.corpus.orm.map;

import java.util.ArrayList;
import java.util.List;
import org.aludel.itests.corpus.orm.Scenario;
import org.aludel.itests.corpus.orm.ScenarioId;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.MappedClass;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** What is known of mapped classes. */
@ScenarioId("map.init-events-11")
final class MapInitEvents11 extends Scenario {

    @Mapped(table = "users")
    static class User {
        @Id
        Integer id;

        String name;

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Address> addresses = new ArrayList<>();

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Order> orders = new ArrayList<>();
    }

    @Mapped(table = "addresses")
    static class Address {
        @Id
        Integer id;

        @References("users.id")
        Integer user_id;

        String email;

        @Relationship(backPopulates = "addresses")
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

        @Relationship(backPopulates = "orders")
        User user;

        @Relationship
        Address address;

        @Relationship(backPopulates = "orders", secondary = "order_items", orderBy = "id")
        List<Item> items = new ArrayList<>();
    }

    @Mapped(table = "items")
    static class Item {
        @Id
        Integer id;

        String description;

        @Relationship(backPopulates = "items", secondary = "order_items", orderBy = "id")
        List<Order> orders = new ArrayList<>();
    }

    private static String direction(MappedClass.Relationship relation) {
        return relation.direction().name().replace("_", "");
    }

    @Override
    protected void steps() {
        step(() -> {
            MappedClass<User> m = sessions.mapping(User.class);
            return list(
                    m.table().name(),
                    m.primaryKey().stream().map(c -> c.name()).toList(),
                    m.relations().stream().map(r -> r.name()).sorted().toList(),
                    m.attributes().stream().map(a -> a.name()).sorted().toList());
        });
        step(() -> {
            MappedClass.Relationship r = sessions.mapping(Order.class).relation("items");
            return list(
                    direction(r),
                    r.isCollection(),
                    r.secondary().name(),
                    r.reverse(),
                    list(
                            direction(sessions.mapping(User.class).relation("orders")),
                            direction(sessions.mapping(Order.class).relation("user"))));
        });
        step(() -> sessions.mapping(new User().getClass()).type() == User.class);
        step(() -> sessions.mapping(new Object().getClass()));
        step(() -> {
            MappedClass<User> m = sessions.mapping(User.class);
            return list(
                    m.table().columns().stream().map(c -> c.name()).toList(),
                    m.attributes().get(0).columns().get(0) == m.table().c("id"));
        });
    }
}
