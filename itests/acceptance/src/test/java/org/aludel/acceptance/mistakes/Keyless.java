package org.aludel.acceptance.mistakes;

import org.aludel.orm.Mapped;

/** Has no primary key. */
@Mapped(table = "keyless")
public class Keyless {

    private String name;

    public String getName() {
        return name;
    }
}
