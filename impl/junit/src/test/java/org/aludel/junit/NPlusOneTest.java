package org.aludel.junit;

import static org.aludel.orm.Orm.aliased;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.entity;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aludel.engine.EchoCategory;
import org.aludel.engine.EventRegistration;
import org.aludel.orm.NPlusOne;
import org.aludel.orm.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each loop that loads for one object after the other is told of, with what would cure it. */
@org.junit.jupiter.api.Tag("QRY-10")
class NPlusOneTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private record Loop(String path, String cure, Consumer<Session> work) {}

    private static Map<String, Loop> loops() {
        Map<String, Loop> loops = new LinkedHashMap<>();
        loops.put("many-to-one", new Loop("Customer.company", "joinedLoad(Customer_.company)", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.company.name);
            }
        }));
        loops.put("one-to-many", new Loop("Customer.orders", "selectinLoad(Customer_.orders)", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.orders.size());
            }
        }));
        loops.put("many-to-many", new Loop("Customer.tags", "selectinLoad(Customer_.tags)", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                customer.tags.forEach(tag -> use(tag.name));
            }
        }));
        loops.put("only two of the result", new Loop("Customer.orders", "selectinLoad(Customer_.orders)", session -> {
            List<Customer> all = session.query(Customer.class).all();
            use(all.get(0).orders.size());
            use(all.get(3).orders.size());
        }));
        loops.put(
                "what an eager collection leads to",
                new Loop(
                        "Customer.orders.items",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items))",
                        session -> session.query(Customer.class)
                                .options(selectinLoad(Customer_.orders))
                                .all()
                                .forEach(customer -> customer.orders.forEach(order -> use(order.items.size())))));
        loops.put(
                "what a joined collection leads to",
                new Loop(
                        "Customer.orders.items",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items))",
                        session -> session.query(Customer.class)
                                .options(joinedLoad(Customer_.orders))
                                .all()
                                .forEach(customer -> customer.orders.forEach(order -> use(order.items.size())))));
        loops.put(
                "what a collection by subquery leads to",
                new Loop(
                        "Customer.orders.items",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items))",
                        session -> session.query(Customer.class)
                                .options(subqueryLoad(Customer_.orders))
                                .all()
                                .forEach(customer -> customer.orders.forEach(order -> use(order.items.size())))));
        loops.put(
                "what one lazy collection leads to",
                new Loop(
                        "Customer.orders.items",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items))",
                        session -> {
                            Customer one = session.query(Customer.class).first();
                            one.orders.forEach(order -> use(order.items.size()));
                        }));
        loops.put(
                "what an object by key leads to",
                new Loop(
                        "Customer.orders.items",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items))",
                        session -> session.get(Customer.class, 2).orders.forEach(order -> use(order.items.size()))));
        loops.put(
                "behind a reference",
                new Loop(
                        "Customer.company.country",
                        "joinedLoad(Customer_.company).options(joinedLoad(Company_.country))",
                        session -> session.query(Customer.class)
                                .options(joinedLoad(Customer_.company))
                                .all()
                                .forEach(customer -> use(customer.company.country.name))));
        loops.put(
                "three levels deep",
                new Loop(
                        "Customer.orders.items.product",
                        "selectinLoad(Customer_.orders).options(selectinLoad(Order_.items)"
                                + ".options(joinedLoad(Item_.product)))",
                        session -> session.query(Customer.class)
                                .options(selectinLoad(Customer_.orders).options(selectinLoad(Order_.items)))
                                .all()
                                .forEach(customer -> customer.orders.forEach(
                                        order -> order.items.forEach(item -> use(item.product.name))))));
        loops.put("deferred column", new Loop("Customer.bio", "undefer(Customer_.bio)", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.bio);
            }
        }));
        loops.put("column of a group", new Loop("Customer.photo", "undeferGroup(\"picture\")", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.photo);
            }
        }));
        loops.put("column that the query defers", new Loop("Customer.name", "undefer(Customer_.name)", session -> {
            for (Customer customer :
                    session.query(Customer.class).options(defer(Customer_.name)).all()) {
                use(customer.name);
            }
        }));
        loops.put(
                "columns of a subclass",
                new Loop("Staff.language", "selectinPolymorphic(Staff.class, Engineer.class)", session -> {
                    for (Staff staff : session.query(Staff.class).all()) {
                        if (staff instanceof Engineer engineer) {
                            use(engineer.language);
                        }
                    }
                }));
        loops.put(
                "columns of a subclass behind a relation",
                new Loop(
                        "Company.staff.region",
                        "selectinLoad(Company_.staff).options(selectinPolymorphic(Staff.class, Seller.class))",
                        session -> {
                            for (Staff staff : session.query(Company.class).first().staff) {
                                if (staff instanceof Seller seller) {
                                    use(seller.region);
                                }
                            }
                        }));
        loops.put("dynamic relation", new Loop("Customer.visits", "selectinLoad(Customer_.visits)", session -> {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.visits.count());
            }
        }));
        loops.put(
                "stream",
                new Loop(
                        "Customer.company",
                        "joinedLoad(Customer_.company)",
                        session -> session.query(Customer.class).forEach(customer -> use(customer.company.name))));
        loops.put(
                "objects in rows",
                new Loop(
                        "Customer.company",
                        "joinedLoad(Customer_.company)",
                        session -> session.query(entity(Customer.class), Customer_.name)
                                .all()
                                .forEach(row -> use(row.get(0, Customer.class).company.name))));
        loops.put(
                "alias",
                new Loop(
                        "Customer.company",
                        "joinedLoad(Customer_.company)",
                        session -> session.query(aliased(Customer.class, "c"))
                                .all()
                                .forEach(customer -> use(customer.company.name))));
        loops.put(
                "text",
                new Loop(
                        "Customer.company",
                        "joinedLoad(Customer_.company)",
                        session -> session.query(Customer.class)
                                .fromText("select * from customers")
                                .all()
                                .forEach(customer -> use(customer.company.name))));
        loops.put(
                "getter in a stream",
                new Loop(
                        "Customer.orders",
                        "selectinLoad(Customer_.orders)",
                        session -> use(session.query(Customer.class).all().stream()
                                .mapToInt(customer -> customer.getOrders().size())
                                .sum())));
        return loops;
    }

    private static void use(Object value) {
        assertThat(value).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> loopsAreToldOfWithPathPlaceAndCure() {
        return loops().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Loop loop = each.getValue();
                    List<NPlusOne> found = found(loop.work());
                    assertThat(found).extracting(NPlusOne::path).containsOnly(loop.path());
                    NPlusOne first = found.get(0);
                    assertThat(first.loads()).isEqualTo(2);
                    assertThat(first.message())
                            .startsWith("ALU-0780 ")
                            .contains(
                                    loop.path(), loop.cure(), first.entity().getSimpleName() + "." + first.attribute());
                    assertThat(first.place().getClassName()).isEqualTo(NPlusOneTest.class.getName());
                    assertThat(first.place().getLineNumber()).isPositive();
                }));
    }

    @Test
    void eachPathOfNestedLoopsIsToldOf() {
        List<NPlusOne> found = found(session -> session.query(Customer.class)
                .all()
                .forEach(customer -> customer.orders.forEach(order -> use(order.items.size()))));
        assertThat(found).extracting(NPlusOne::path).contains("Customer.orders", "Customer.orders.items");
    }

    @Test
    void handlersOfTheFactoryAndOfTheSessionHearOfAPathOnce() {
        List<NPlusOne> heard = new ArrayList<>();
        try (EventRegistration ofFactory = shop.sessions.on(NPlusOne.class, heard::add);
                Session session = shop.sessions.open()) {
            session.on(NPlusOne.class, heard::add);
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.orders.size());
                use(customer.bio);
            }
            assertThat(heard)
                    .extracting(NPlusOne::path)
                    .containsExactly("Customer.orders", "Customer.orders", "Customer.bio", "Customer.bio");
            assertThat(heard).extracting(NPlusOne::session).containsOnly(session);
        }
    }

    @Test
    void theLogTellsOfAPathAndPlaceOnceWhileTheCategoryIsOn() {
        List<String> lines = new ArrayList<>();
        shop.engine.echoTo(line -> {
            if (line.category() == EchoCategory.N_PLUS_ONE) {
                lines.add(line.text());
            }
        });
        try {
            readAll();
            assertThat(lines).isEmpty();
            shop.engine.echo(EchoCategory.N_PLUS_ONE, true);
            readAll();
            readAll();
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains("Customer.orders", "NPlusOneTest.readAll", "selectinLoad(Customer_.orders)");
        } finally {
            shop.engine.echo(EchoCategory.N_PLUS_ONE, false);
            shop.engine.echoTo(null);
        }
        readAll();
        assertThat(lines).hasSize(1);
        assertThat(EchoCategory.N_PLUS_ONE.logger()).isEqualTo("org.aludel.orm.nplusone");
    }

    private static void readAll() {
        try (Session session = shop.sessions.open()) {
            for (Customer customer : session.query(Customer.class).all()) {
                use(customer.orders.size());
            }
        }
    }

    private static List<NPlusOne> found(Consumer<Session> work) {
        List<NPlusOne> found = new ArrayList<>();
        try (EventRegistration registration = NPlusOne.listen(found::add);
                Session session = shop.sessions.open()) {
            work.accept(session);
        }
        return found;
    }
}
