package org.aludel.databases.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Has pets and skills, and a boss who is a person too. */
@Mapped
public class Person {

    @Id
    Integer id;

    @Col(length = 40)
    String name;

    @Relationship(backref = "staff")
    @References("person.id")
    Person boss;

    @Relationship
    List<Person> staff = new ArrayList<>();

    @Relationship(backref = "owner", orderBy = "name")
    List<Pet> pets = new ArrayList<>();

    @Relationship(secondary = "person_skills")
    Set<Skill> skills = new HashSet<>();

    Person() {}

    Person(String name) {
        this.name = name;
    }
}
