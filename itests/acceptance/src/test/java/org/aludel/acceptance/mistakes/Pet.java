package org.aludel.acceptance.mistakes;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Belongs to nobody. */
@Mapped(table = "pet")
public class Pet {

    @Id
    private Integer id;

    private String name;

    public String getName() {
        return name;
    }
}
