package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Refers to one table by two foreign keys. */
@Mapped(table = "ships")
class Ship {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    @References("people.id")
    Integer captainId;

    @References("people.id")
    Integer cookId;

    @Relationship(foreignKey = "captainId")
    Person captain;

    @Relationship(foreignKey = "cookId")
    Person cook;

    Ship(String name) {
        this.name = name;
    }
}
