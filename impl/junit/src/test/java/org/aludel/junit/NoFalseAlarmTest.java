package org.aludel.junit;

import static org.aludel.orm.Orm.containsEager;
import static org.aludel.orm.Orm.defer;
import static org.aludel.orm.Orm.immediateLoad;
import static org.aludel.orm.Orm.joinedLoad;
import static org.aludel.orm.Orm.noLoad;
import static org.aludel.orm.Orm.raiseLoad;
import static org.aludel.orm.Orm.selectinLoad;
import static org.aludel.orm.Orm.selectinPolymorphic;
import static org.aludel.orm.Orm.set;
import static org.aludel.orm.Orm.subqueryLoad;
import static org.aludel.orm.Orm.undefer;
import static org.aludel.orm.Orm.undeferGroup;
import static org.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aludel.engine.EventRegistration;
import org.aludel.errors.InvalidRequestException;
import org.aludel.orm.NPlusOne;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What programs rightly do is not told of. */
@org.junit.jupiter.api.Tag("QRY-10")
class NoFalseAlarmTest {

    private interface Work {
        void in(Session session, SessionFactory sessions);
    }

    private static void use(Object value) {
        assertThat(value).isNotNull();
    }

    private static List<Customer> customers(Session session) {
        return session.query(Customer.class).orderBy(Customer_.id).all();
    }

    private static Map<String, Work> fixtures() {
        Map<String, Work> all = new LinkedHashMap<>();
        single(all);
        eager(all);
        byKey(all);
        anew(all);
        columns(all);
        classes(all);
        changes(all);
        others(all);
        return all;
    }

    // ---- one object

    private static void single(Map<String, Work> all) {
        all.put(
                "one collection of one object",
                (session, sessions) -> use(session.query(Customer.class)
                        .filter(Customer_.id.eq(1))
                        .one()
                        .orders
                        .size()));
        all.put(
                "one reference of one object",
                (session, sessions) -> use(session.query(Customer.class).first().company.name));
        all.put(
                "one object of a long result",
                (session, sessions) -> use(customers(session).get(2).orders.size()));
        all.put("the same collection again and again", (session, sessions) -> {
            Customer one = customers(session).get(0);
            for (int i = 0; i < 5; i++) {
                use(one.orders.size());
            }
        });
        all.put("different attributes of one object", (session, sessions) -> {
            Customer one = customers(session).get(0);
            use(one.orders.size());
            use(one.tags.size());
            use(one.company.name);
            use(one.visits.count());
        });
        all.put("different attributes of different objects", (session, sessions) -> {
            List<Customer> some = customers(session);
            use(some.get(0).orders.size());
            use(some.get(1).tags.size());
            use(some.get(2).company.name);
            use(some.get(3).bio);
        });
        all.put(
                "a chain of references of one object",
                (session, sessions) -> use(customers(session).get(0).company.country.name));
        all.put("a chain of one class upwards", (session, sessions) -> {
            int height = 0;
            for (Company company = session.get(Company.class, 4); company != null; company = company.parent) {
                height++;
            }
            use(height);
        });
        all.put(
                "a collection, and one member's own",
                (session, sessions) ->
                        use(customers(session).get(0).orders.get(1).items.size()));
        all.put("a dynamic relation of one object", (session, sessions) -> {
            Customer one = customers(session).get(0);
            use(one.visits.count());
            use(one.visits.all());
            use(one.visits.slice(0, 1));
        });
        all.put("one object of each of several results", (session, sessions) -> {
            for (int i = 0; i < 3; i++) {
                use(session.query(Customer.class)
                        .orderBy(Customer_.id)
                        .slice(i, i + 1)
                        .one()
                        .orders
                        .size());
            }
        });
        all.put("first of several queries", (session, sessions) -> {
            for (int i = 1; i < 4; i++) {
                use(session.query(Customer.class)
                        .filter(Customer_.id.eq(i))
                        .first()
                        .tags
                        .size());
            }
        });
        all.put("one object of each of two results of the same", (session, sessions) -> {
            use(customers(session).get(0).orders.size());
            use(customers(session).get(1).orders.size());
        });
    }

    // ---- loaded along

    private static void eager(Map<String, Work> all) {
        all.put(
                "selectin",
                (session, sessions) -> session.query(Customer.class)
                        .options(selectinLoad(Customer_.orders))
                        .all()
                        .forEach(customer -> use(customer.orders.size())));
        all.put(
                "joined reference",
                (session, sessions) -> session.query(Customer.class)
                        .options(joinedLoad(Customer_.company))
                        .all()
                        .forEach(customer -> use(customer.company.name)));
        all.put(
                "joined collection",
                (session, sessions) -> session.query(Customer.class)
                        .options(joinedLoad(Customer_.tags))
                        .all()
                        .forEach(customer -> use(customer.tags.size())));
        all.put(
                "subquery",
                (session, sessions) -> session.query(Customer.class)
                        .options(subqueryLoad(Customer_.orders))
                        .all()
                        .forEach(customer -> use(customer.orders.size())));
        all.put(
                "immediately, as asked for",
                (session, sessions) -> session.query(Customer.class)
                        .options(immediateLoad(Customer_.orders))
                        .all()
                        .forEach(customer -> use(customer.orders.size())));
        all.put(
                "nested",
                (session, sessions) -> session.query(Customer.class)
                        .options(selectinLoad(Customer_.orders)
                                .options(selectinLoad(Order_.items).options(joinedLoad(Item_.product))))
                        .all()
                        .forEach(customer ->
                                customer.orders.forEach(order -> order.items.forEach(item -> use(item.product.name)))));
        all.put("by the session's options", (session, sessions) -> {
            session.loadOptions(selectinLoad(Customer_.orders));
            customers(session).forEach(customer -> use(customer.orders.size()));
        });
        all.put(
                "contained in the query's own join",
                (session, sessions) -> session.query(Customer.class)
                        .join(Customer_.orders)
                        .options(containsEager(Customer_.orders))
                        .all()
                        .forEach(customer -> use(customer.orders.size())));
        all.put(
                "by a stream with selectin",
                (session, sessions) -> session.query(Customer.class)
                        .options(selectinLoad(Customer_.orders))
                        .yieldPer(2)
                        .forEach(customer -> use(customer.orders.size())));
        all.put(
                "one lazy collection whose members are whole",
                (session, sessions) -> customers(session).get(0).orders.forEach(order -> use(order.title)));
        all.put(
                "the way back",
                (session, sessions) -> customers(session).get(0).orders.forEach(order -> use(order.customer.name)));
        all.put("references to what the session has", (session, sessions) -> {
            List<Company> companies = session.query(Company.class).all();
            customers(session).forEach(customer -> use(customer.company.name));
            use(companies);
        });
        all.put("references to one and the same", (session, sessions) -> {
            Company company = session.query(Company.class).first();
            company.staff.forEach(staff -> use(staff.company.name));
        });
        all.put("references that are null", (session, sessions) -> {
            sessions.useTransaction(other -> other.query(Company.class).update(Map.of("countryId", 1)));
            session.query(Company.class)
                    .filter(Company_.parentId.isNull())
                    .all()
                    .forEach(company -> {
                        assertThat(company.parent).isNull();
                    });
        });
        all.put("raise", (session, sessions) -> {
            List<Customer> some = session.query(Customer.class)
                    .options(raiseLoad(Customer_.orders))
                    .all();
            for (Customer customer : some) {
                assertThatThrownBy(() -> customer.orders.size()).isInstanceOf(InvalidRequestException.class);
            }
        });
        all.put(
                "never loaded",
                (session, sessions) -> session.query(Customer.class)
                        .options(noLoad(Customer_.orders))
                        .all()
                        .forEach(customer -> use(customer.orders.size())));
    }

    // ---- by key

    private static void byKey(Map<String, Work> all) {
        all.put("few objects by key", (session, sessions) -> {
            for (int i = 1; i <= 3; i++) {
                use(session.get(Customer.class, i).orders.size());
            }
        });
        all.put("few objects found", (session, sessions) -> {
            for (int i = 1; i <= 3; i++) {
                use(session.find(Customer.class, i).orElseThrow().company.name);
            }
        });
        all.put("subclass objects by key", (session, sessions) -> {
            for (int i = 1; i <= 4; i++) {
                use(session.get(Staff.class, i).name);
            }
        });
        all.put("different sessions", (session, sessions) -> {
            for (int i = 0; i < 3; i++) {
                int number = i;
                sessions.useTransaction(
                        own -> use(customers(own).get(number).orders.size()));
            }
        });
        all.put("two sessions at once", (session, sessions) -> {
            try (Session other = sessions.open()) {
                Customer here = customers(session).get(0);
                Customer there = customers(other).get(1);
                use(here.orders.size());
                use(there.orders.size());
            }
        });
    }

    // ---- read anew

    private static void anew(Map<String, Work> all) {
        all.put("refreshed objects", (session, sessions) -> {
            for (Customer customer : customers(session)) {
                session.refresh(customer);
                use(customer.orders.size());
            }
        });
        all.put("expired objects", (session, sessions) -> {
            List<Customer> some = customers(session);
            some.forEach(session::expire);
            some.forEach(customer -> use(customer.name));
        });
        all.put("objects after a commit", (session, sessions) -> {
            List<Customer> some = customers(session);
            session.commit();
            some.forEach(customer -> use(customer.name));
            some.forEach(customer -> use(customer.company.id));
        });
        all.put("collections after a rollback", (session, sessions) -> {
            List<Customer> some = customers(session);
            session.rollback();
            some.forEach(customer -> use(customer.orders.size()));
        });
        all.put("attributes expired by name", (session, sessions) -> {
            List<Customer> some = session.query(Customer.class)
                    .options(selectinLoad(Customer_.orders))
                    .all();
            some.forEach(customer -> session.expire(customer, "orders"));
            some.forEach(customer -> use(customer.orders.size()));
        });
        all.put("the same object read over", (session, sessions) -> {
            for (int i = 0; i < 3; i++) {
                Customer one = session.query(Customer.class)
                        .populateExisting()
                        .filter(Customer_.id.eq(1))
                        .one();
                use(one.orders.size());
            }
        });
    }

    // ---- columns

    private static void columns(Map<String, Work> all) {
        all.put("deferred columns of one object", (session, sessions) -> {
            Customer one = customers(session).get(0);
            use(one.bio);
            use(one.photo);
            use(one.caption);
        });
        all.put(
                "undeferred",
                (session, sessions) -> session.query(Customer.class)
                        .options(undefer(Customer_.bio))
                        .all()
                        .forEach(customer -> use(customer.bio)));
        all.put(
                "undeferred group",
                (session, sessions) -> session.query(Customer.class)
                        .options(undeferGroup("picture"))
                        .all()
                        .forEach(customer -> use(customer.photo + customer.caption)));
        all.put(
                "deferred and never read",
                (session, sessions) -> session.query(Customer.class)
                        .options(defer(Customer_.name))
                        .all()
                        .forEach(customer -> use(customer.id)));
        all.put(
                "columns asked for",
                (session, sessions) -> session.query(Customer_.name).all().forEach(NoFalseAlarmTest::use));
        all.put("values of a query in a loop", (session, sessions) -> {
            for (Customer customer : customers(session)) {
                use(session.query(Order.class)
                        .filter(Order_.customerId.eq(customer.id))
                        .count());
            }
        });
    }

    // ---- classes

    private static void classes(Map<String, Work> all) {
        all.put(
                "with the columns of subclasses",
                (session, sessions) -> session.query(withPolymorphic(Staff.class, Engineer.class, Seller.class))
                        .all()
                        .forEach(NoFalseAlarmTest::own));
        all.put(
                "subclasses by selectin",
                (session, sessions) -> session.query(Staff.class)
                        .options(selectinPolymorphic(Staff.class, Engineer.class, Seller.class))
                        .all()
                        .forEach(NoFalseAlarmTest::own));
        all.put(
                "one object of each subclass",
                (session, sessions) -> session.query(Staff.class)
                        .orderBy(Staff_.id)
                        .slice(0, 2)
                        .all()
                        .forEach(NoFalseAlarmTest::own));
        all.put(
                "a query of the subclass",
                (session, sessions) -> session.query(Engineer.class).all().forEach(engineer -> use(engineer.language)));
    }

    private static void own(Staff staff) {
        use(staff instanceof Engineer engineer ? engineer.language : ((Seller) staff).region);
    }

    // ---- what a session loads for itself

    private static void changes(Map<String, Work> all) {
        all.put("new objects", (session, sessions) -> {
            for (int i = 0; i < 3; i++) {
                Customer customer = new Customer();
                customer.orders.add(new Order());
                session.add(customer);
                session.flush();
                use(customer.orders.size());
            }
        });
        all.put("deleting with what belongs to it", (session, sessions) -> {
            customers(session).forEach(session::delete);
            session.flush();
            session.rollback();
        });
        all.put("merging", (session, sessions) -> {
            List<Customer> detached;
            try (Session other = sessions.open()) {
                detached = other.query(Customer.class)
                        .options(selectinLoad(Customer_.orders))
                        .all();
            }
            detached.forEach(session::merge);
        });
        all.put("changing references", (session, sessions) -> {
            Company company = session.get(Company.class, 1);
            customers(session).forEach(customer -> customer.company = company);
            session.flush();
            session.rollback();
        });
        all.put("adding to dynamic relations", (session, sessions) -> {
            customers(session).forEach(customer -> customer.visits.add(new Visit()));
            session.flush();
            session.rollback();
        });
        all.put(
                "history of what is not loaded",
                (session, sessions) ->
                        customers(session).forEach(customer -> use(session.history(customer, Customer_.orders))));
        all.put("bulk update", (session, sessions) -> {
            List<Customer> some = customers(session);
            use(session.query(Customer.class).update(set(Customer_.name, "x")));
            some.forEach(customer -> use(customer.name));
            session.rollback();
        });
    }

    private static void others(Map<String, Work> all) {
        all.put(
                "nothing lazy at all",
                (session, sessions) -> customers(session).forEach(customer -> use(customer.name)));
        all.put("detached objects with what they have", (session, sessions) -> {
            List<Customer> some = session.query(Customer.class)
                    .options(selectinLoad(Customer_.orders))
                    .all();
            session.clear();
            some.forEach(customer -> use(customer.orders.size()));
        });
        all.put(
                "an answer of counts",
                (session, sessions) -> use(session.query(Customer.class).count()));
    }

    @TestFactory
    Stream<DynamicTest> isSilentOn() {
        return fixtures().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    List<NPlusOne> found = new ArrayList<>();
                    try (Shop shop = new Shop();
                            EventRegistration registration = NPlusOne.listen(found::add);
                            Session session = shop.sessions.open()) {
                        each.getValue().in(session, shop.sessions);
                    }
                    assertThat(found).extracting(NPlusOne::message).isEmpty();
                }));
    }

    @Test
    void fiftyFixturesAreTried() {
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(50);
    }
}
