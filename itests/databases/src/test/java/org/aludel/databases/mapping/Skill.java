package org.aludel.databases.mapping;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** What a person can do. */
@Mapped
public class Skill {

    @Id
    Integer id;

    @Col(length = 40, unique = true)
    String name;

    Skill() {}

    Skill(String name) {
        this.name = name;
    }
}
