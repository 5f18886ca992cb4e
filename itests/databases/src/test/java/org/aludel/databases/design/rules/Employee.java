package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** The base of a hierarchy. */
@Mapped(table = "employees", discriminator = "type", identity = "employee")
class Employee {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    @Col(length = 20)
    String type;

    Employee(String name) {
        this.name = name;
    }
}
