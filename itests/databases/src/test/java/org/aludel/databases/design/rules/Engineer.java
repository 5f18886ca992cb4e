package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Mapped;

/** A subclass with a table. */
@Mapped(table = "engineers", identity = "engineer")
class Engineer extends Employee {
    @Col(length = 50)
    String tool;

    Engineer(String name, String tool) {
        super(name);
        this.tool = tool;
    }
}
