package org.aludel.junit;

import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Many customers have many. */
@Mapped(table = "tags")
class Tag {
    @Id
    Integer id;

    String name;
}
