package org.aludel.databases.design.rules;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** Has a unique value that two rows may swap. */
@Mapped(table = "labels")
class Label {
    @Id
    Integer id;

    @Col(length = 50, unique = true)
    String word;

    Label(String word) {
        this.word = word;
    }
}
