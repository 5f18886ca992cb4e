package org.aludel.databases.design.rules;

import java.util.SortedSet;
import java.util.TreeSet;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Belongs to a person, and has toys in an order of their own. */
@Mapped(table = "pets")
class Pet {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    @References("people.id")
    Integer ownerId;

    @Relationship
    Person owner;

    @Relationship
    SortedSet<Toy> toys = new TreeSet<>();

    Pet(String name) {
        this.name = name;
    }
}
