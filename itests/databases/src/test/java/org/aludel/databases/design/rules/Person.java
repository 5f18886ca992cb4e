package org.aludel.databases.design.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;

/** Its equals, hashCode and toString must not be called. */
@Mapped(table = "people")
class Person {
    @Id
    Integer id;

    @Col(length = 50)
    String name;

    Integer age;
    Double weight;

    @Relationship(backref = "owner", orderBy = "id")
    List<Pet> pets = new ArrayList<>();

    @Relationship(secondary = "person_labels")
    Set<Label> labels = new HashSet<>();

    Person(String name) {
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        throw new AssertionError("equals was called");
    }

    @Override
    public int hashCode() {
        throw new AssertionError("hashCode was called");
    }

    @Override
    public String toString() {
        throw new AssertionError("toString was called");
    }
}
