package org.aludel.databases.engine;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

/** A class that is mapped before its database is known. */
@Mapped(table = "deferred_notes")
class DeferredNote {

    @Id
    private Integer id;

    @Col(length = 40)
    private String text;

    DeferredNote() {}

    DeferredNote(String text) {
        this.text = text;
    }

    Integer id() {
        return id;
    }

    String text() {
        return text;
    }
}
