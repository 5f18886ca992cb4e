package org.aludel.databases.design;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** What an address refers to. */
@Mapped(table = "streets")
public class Street {

    @Id
    private Integer id;

    private String name;

    public Street(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
