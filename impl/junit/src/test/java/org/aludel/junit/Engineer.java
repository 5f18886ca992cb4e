package org.aludel.junit;

import org.aludel.orm.Mapped;

/** Adds a column in a table of its own. */
@Mapped(table = "engineers", identity = "engineer")
class Engineer extends Staff {
    String language;
}
