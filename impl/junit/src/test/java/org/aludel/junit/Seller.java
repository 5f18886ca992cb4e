package org.aludel.junit;

import org.aludel.orm.Mapped;

/** Adds a column in a table of its own. */
@Mapped(table = "sellers", identity = "seller")
class Seller extends Staff {
    String region;
}
