package org.aludel.junit;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Cascade;
import org.aludel.orm.Col;
import org.aludel.orm.DynamicRelation;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** The parent of most loads. */
@Mapped(table = "customers")
class Customer {
    @Id
    Integer id;

    String name;

    @Col(deferred = true)
    String bio;

    @Col(group = "picture")
    String photo;

    @Col(group = "picture")
    String caption;

    @References("companies.id")
    Integer companyId;

    @Relationship
    Company company;

    @Relationship(
            backref = "customer",
            orderBy = "id",
            cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
    List<Order> orders = new ArrayList<>();

    @Relationship(secondary = "customer_tags", orderBy = "id")
    List<Tag> tags = new ArrayList<>();

    @Relationship(orderBy = "id")
    DynamicRelation<Visit> visits;

    List<Order> getOrders() {
        return orders;
    }
}
