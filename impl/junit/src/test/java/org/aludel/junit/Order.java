package org.aludel.junit;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Cascade;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Belongs to a customer. */
@Mapped(table = "orders")
class Order {
    @Id
    Integer id;

    String title;

    @References("customers.id")
    Integer customerId;

    @Relationship
    Customer customer;

    @Relationship(orderBy = "id", cascade = Cascade.ALL)
    List<Item> items = new ArrayList<>();
}
