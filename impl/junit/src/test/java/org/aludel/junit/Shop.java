package org.aludel.junit;

import java.util.concurrent.atomic.AtomicInteger;
import org.aludel.engine.Engine;
import org.aludel.orm.Session;
import org.aludel.orm.SessionFactory;

/** A database of a few customers, each with three orders, a company in a country of its own, tags and visits. */
final class Shop implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final Engine engine = Engine.create("h2:///mem:watched" + NUMBER.incrementAndGet());
    final SessionFactory sessions = SessionFactory.builder(engine)
            .map(Country.class, Company.class, Customer.class, Order.class, Item.class, Product.class)
            .map(Tag.class, Visit.class, Staff.class, Engineer.class, Seller.class)
            .build();

    Shop() {
        sessions.metaData().createAll(engine);
        sessions.useTransaction(this::fill);
    }

    private void fill(Session session) {
        Company above = null;
        for (int i = 1; i <= 4; i++) {
            Country country = new Country();
            country.name = "country " + i;
            Company company = new Company();
            company.name = "company " + i;
            company.country = country;
            company.parent = above;
            above = company;
            for (int j = 1; j <= 2; j++) {
                Engineer engineer = new Engineer();
                engineer.name = "engineer " + i + j;
                engineer.language = "language " + i + j;
                Seller seller = new Seller();
                seller.name = "seller " + i + j;
                seller.region = "region " + i + j;
                company.staff.add(engineer);
                company.staff.add(seller);
            }
            session.add(customer(session, i, company));
        }
    }

    private static Customer customer(Session session, int i, Company company) {
        Customer customer = new Customer();
        customer.name = "customer " + i;
        customer.bio = "bio " + i;
        customer.photo = "photo " + i;
        customer.caption = "caption " + i;
        customer.company = company;
        for (int j = 1; j <= 3; j++) {
            Order order = new Order();
            order.title = "order " + i + j;
            for (int k = 1; k <= 2; k++) {
                Item item = new Item();
                item.product = new Product();
                item.product.name = "product " + i + j + k;
                order.items.add(item);
            }
            customer.orders.add(order);
            Tag tag = new Tag();
            tag.name = "tag " + i + j;
            customer.tags.add(tag);
        }
        session.add(customer);
        session.flush();
        for (int j = 1; j <= 2; j++) {
            Visit visit = new Visit();
            visit.place = "place " + i + j;
            visit.customerId = customer.id;
            session.add(visit);
        }
        return customer;
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
