package org.aludel.databases.design.rules;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Refers to itself. */
@Mapped(table = "places")
class Place {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    @References("places.id")
    Integer parentId;

    @Relationship(backref = "parts")
    Place parent;

    @Relationship
    List<Place> parts = new ArrayList<>();

    Place(String name) {
        this.name = name;
    }
}
