package org.aludel.acceptance.local;

import org.aludel.orm.Col;
import org.aludel.orm.Id;
import org.aludel.orm.Mapped;

@Mapped(table = "note")
public class Note {

    @Id
    private Integer id;

    @Col(length = 40)
    private String text;

    public Note(String text) {
        this.text = text;
    }

    public String getText() {
        return text;
    }
}
