package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Mapped;

/** A subclass in the table of its superclass. */
@Mapped(identity = "manager")
class Manager extends Employee {
    @Col(length = 50)
    String title;

    Manager(String name) {
        super(name);
    }
}
