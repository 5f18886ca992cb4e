package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;
import org.aludel.orm.References;

/** A member of a relation that is never loaded as a whole. */
@Mapped(table = "visits")
class Visit {
    @Id
    Integer id;

    String place;

    @References("customers.id")
    Integer customerId;
}
