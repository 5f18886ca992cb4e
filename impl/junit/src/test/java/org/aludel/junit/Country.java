package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Where companies sit. */
@Mapped(table = "countries")
class Country {
    @Id
    Integer id;

    String name;
}
