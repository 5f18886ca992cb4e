package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;

/** Is compared by the user's code. */
@Mapped(table = "toys")
class Toy implements Comparable<Toy> {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    @References("pets.id")
    Integer petId;

    Toy(String name) {
        this.name = name;
    }

    @Override
    public int compareTo(Toy other) {
        return other.name.compareTo(name);
    }
}
