package org.aludel.databases.mapping;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Belongs to a person by a column without a field. */
@Mapped
public class Pet {

    @Id
    Integer id;

    @Col(length = 40)
    String name;

    @Relationship
    @References("person.id")
    Person owner;

    Pet() {}

    Pet(String name) {
        this.name = name;
    }
}
