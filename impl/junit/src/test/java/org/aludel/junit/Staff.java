package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** The base of a hierarchy in several tables. */
@Mapped(table = "staff", discriminator = "type", identity = "staff")
class Staff {
    @Id
    Integer id;

    String name;
    String type;

    @References("companies.id")
    Integer companyId;

    @Relationship
    Company company;
}
