package org.aludel.junit;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;
import org.aludel.orm.Relationship;

/** Employs staff; customers belong to it. */
@Mapped(table = "companies")
class Company {
    @Id
    Integer id;

    String name;

    @References("countries.id")
    Integer countryId;

    @Relationship
    Country country;

    @References("companies.id")
    Integer parentId;

    @Relationship(remoteSide = "id", foreignKey = "parentId")
    Company parent;

    @Relationship(backref = "company", orderBy = "id")
    List<Staff> staff = new ArrayList<>();
}
