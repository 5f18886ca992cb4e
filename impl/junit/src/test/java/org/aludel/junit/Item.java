package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** A line of an order. */
@Mapped(table = "items")
class Item {
    @Id
    Integer id;

    @References("orders.id")
    Integer orderId;

    @References("products.id")
    Integer productId;

    @Relationship
    Product product;
}
