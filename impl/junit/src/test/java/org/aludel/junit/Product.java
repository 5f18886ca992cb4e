package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** What an item is of. */
@Mapped(table = "products")
class Product {
    @Id
    Integer id;

    String name;
}
