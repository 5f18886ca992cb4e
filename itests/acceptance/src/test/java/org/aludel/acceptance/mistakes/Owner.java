package org.aludel.acceptance.mistakes;

import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.Relationship;

/** Has pets, but no foreign key says which. */
@Mapped(table = "owner")
public class Owner {

    @Id
    private Integer id;

    @Relationship
    private List<Pet> pets = new ArrayList<>();

    public List<Pet> getPets() {
        return pets;
    }
}
